package org.qibroker.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.Organisations.Particulars;
import org.qibroker.shared.Caller;
import org.qibroker.shared.District;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;
import org.qibroker.shared.Role;

/** Who may register what. */
final class RegistrationRules {
    private static final Set<Role> BY_ANYONE = EnumSet.of(Role.ENTERPRISE, Role.PROVIDER);
    private static final Set<Role> BY_OPERATOR = EnumSet.of(Role.ENTERPRISE, Role.PROVIDER, Role.COORDINATOR);

    private RegistrationRules() {}

    /**
     * The organisation that a command registers.
     *
     * @throws Refusal BAD_INPUT naming each wrong field
     */
    static Organisation organisation(RegisterOrganisation command, UUID id, Caller caller) {
        String uscc = command.uscc().toUpperCase(Locale.ROOT);
        List<FieldFault> faults = new ArrayList<>();
        if (!Uscc.valid(uscc)) {
            faults.add(FieldFault.of("/uscc", "uscc"));
        }
        if (!(caller.has(Role.ADMIN) ? BY_OPERATOR : BY_ANYONE).containsAll(command.roles())) {
            faults.add(FieldFault.of("/roles", "role-not-open"));
        }
        if (command.district() != null && District.ofCode(command.district()).isEmpty()) {
            faults.add(FieldFault.of("/district", "unknown-district", command.district()));
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        return new Organisation(
                id,
                uscc,
                command.nameZh().strip(),
                stripped(command.nameEn()),
                command.roles(),
                command.district(),
                command.invoice(),
                1,
                false);
    }

    /**
     * What an organisation states anew, without blanks around it.
     *
     * @throws Refusal BAD_INPUT for a district that is none
     */
    static Particulars particulars(Particulars stated) {
        String district = stated.district();
        if (district != null && District.ofCode(district).isEmpty()) {
            throw Refusal.badInput("/district", "unknown-district", district);
        }
        return new Particulars(stated.nameZh().strip(), stripped(stated.nameEn()), district);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
