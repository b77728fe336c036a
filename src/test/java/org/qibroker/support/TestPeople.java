package org.qibroker.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.qibroker.account.AccountModule;
import org.qibroker.account.CreateUser;
import org.qibroker.account.NewUser;
import org.qibroker.account.RegisterOrganisation;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/** Registers people as a test needs them: the first, second … of each role. */
final class TestPeople {
    private static final Set<Role> OF_ORGANISATIONS = EnumSet.of(Role.ENTERPRISE, Role.PROVIDER, Role.COORDINATOR);
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private final AccountModule accounts;
    private final ApiClient api;
    private final Map<String, Person> known = new ConcurrentHashMap<>();
    private final AtomicInteger organisations = new AtomicInteger();

    TestPeople(AccountModule accounts, ApiClient api) {
        this.accounts = accounts;
        this.api = api;
    }

    Person person(Role role, int number) {
        return known.computeIfAbsent(role + "-" + number, key -> register(role, number));
    }

    /** The same person, who signs in once more. */
    Person again(Role role, int number) {
        return Objects.requireNonNull(known.computeIfPresent(
                role + "-" + number, (key, before) -> signedIn(before.email(), before.organisationId())));
    }

    private Person register(Role role, int number) {
        String email = role.name().toLowerCase(Locale.ROOT) + number + "@example.test";
        NewUser user = new NewUser(email, role + " " + number, Person.PASSWORD);
        UUID organisation = OF_ORGANISATIONS.contains(role) ? organisation(role, number, user) : null;
        if (organisation == null) {
            TestBroker.await(accounts.accounts().createUser(new CreateUser(null, user, Set.of(role)), Caller.SYSTEM));
        }
        return signedIn(email, organisation);
    }

    private UUID organisation(Role role, int number, NewUser user) {
        RegisterOrganisation command = new RegisterOrganisation(
                uscc(organisations.incrementAndGet()),
                "测试机构 " + role + " " + number,
                "Test organisation " + role + " " + number,
                Set.of(role),
                "310117",
                null,
                user);
        return TestBroker.await(accounts.organisations().register(command, Caller.SYSTEM))
                .id();
    }

    private Person signedIn(String email, @Nullable UUID organisation) {
        Map<String, String> secret = Map.of("email", email, "password", Person.PASSWORD);
        String token = api.post("/api/v1/tokens", secret).expect(200).text("/accessToken");
        JsonNode me = api.withToken(token).get("/api/v1/me").expect(200).json();
        return new Person(UUID.fromString(me.get("userId").asText()), organisation, email, token);
    }

    /** A unified social credit code with its check character (GB 32100-2015). */
    static String uscc(int number) {
        String code = "91310117" + "MT%07d".formatted(number);
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
