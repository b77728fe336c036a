package org.qibroker.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qibroker.platform.config.RefusedToStart;

/**
 * As whom PostgreSQL runs, as it refuses to be root: an ordinary user's PostgreSQL is the user's own; root's runs in a
 * user namespace without privileges, or, where the system forbids these, as the owner of its folder (nobody, if that is
 * root).
 */
record PostgresUser(List<String> prefix) {
    private static final int NOBODY = 65_534;

    /** The user for a folder of data, which is handed over if need be. */
    static PostgresUser of(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new PostgresUser(List.of());
        }
        int owner = (int) Files.getAttribute(folder, "unix:uid");
        if (owner == 0 && works("unshare", "--user", "true")) {
            return new PostgresUser(List.of("unshare", "--user"));
        }
        int user = owner == 0 ? NOBODY : owner;
        List<String> prefix = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
        if (owner == 0) {
            handOver(folder, user);
        }
        List<String> canEnter = new ArrayList<>(prefix);
        canEnter.addAll(List.of("test", "-x", folder.toAbsolutePath().toString()));
        if (!works(canEnter.toArray(String[]::new))) {
            throw new RefusedToStart(
                    "PostgreSQL does not run as root, and user " + user + " cannot enter " + folder.toAbsolutePath()
                            + ": start the broker as an ordinary user, or set --data.dir=/var/lib/qi-broker");
        }
        return new PostgresUser(prefix);
    }

    /** The command as it is run by this user. */
    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    private static void handOver(Path folder, int user) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
