package org.qibroker.cli;

import io.vertx.core.Future;
import java.io.Console;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qibroker.Features;
import org.qibroker.account.CreateUser;
import org.qibroker.account.NewUser;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Adds an operator. */
@Command(
        name = "create-admin",
        mixinStandardHelpOptions = true,
        description = {
            "Adds an account with the role ADMIN. The password is asked for, so that it stays out of the shell's"
                    + " history; a script gives it as BROKER_ADMIN_PASSWORD.",
            "Works beside a running server and without one."
        },
        footer = {"", "Example:", "  create-admin --email ops@example.org --name 运维"})
final class CreateAdmin implements Callable<Integer> {
    private static final String PASSWORD = "BROKER_ADMIN_PASSWORD";
    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    private final Surroundings surroundings;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--email", required = true, paramLabel = "ADDRESS", description = "The address to sign in with.")
    private String email = "";

    @Option(names = "--name", paramLabel = "NAME", description = "The name to show; the address if not given.")
    private @Nullable String name;

    CreateAdmin(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String secret = secret();
        if (secret.length() < SHORTEST || secret.length() > LONGEST) {
            throw new ParameterException(spec.commandLine(), "The password must have 8 to 128 characters.");
        }
        NewUser user = new NewUser(email, name == null ? email : name, secret);
        UUID id = surroundings.with(features -> create(features, user));
        spec.commandLine().getOut().println("Added " + email + " (" + id + ").");
        return 0;
    }

    @SuppressWarnings("SystemConsoleNull")
    private String secret() {
        String given = System.getenv(PASSWORD);
        if (given != null) {
            return given;
        }
        Console console = System.console();
        if (console == null) {
            throw new ParameterException(spec.commandLine(), "No password, and nobody to ask: set " + PASSWORD + ".");
        }
        return new String(console.readPassword("Password of %s: ", email));
    }

    private static Future<UUID> create(Features features, NewUser user) {
        return features.account().accounts().createUser(new CreateUser(null, user, Set.of(Role.ADMIN)), Caller.SYSTEM);
    }
}
