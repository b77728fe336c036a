package org.qibroker.platform.http;

import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.stream.IntStream;
import org.qibroker.shared.Role;

/**
 * One operation of the contract.
 *
 * @param id its {@code operationId}
 * @param method HTTP method
 * @param path path of a route, base included, parameters as {@code :name}
 * @param roles who may call it ({@code x-roles})
 * @param upload whether it takes files, which may be larger than other bodies ({@code x-upload})
 */
record Operation(String id, HttpMethod method, String path, Set<Role> roles, boolean upload) {
    /** Whether a path is one of this operation's, whatever stands for its parameters. */
    boolean at(String asked) {
        String[] own = path.split("/", -1);
        String[] its = asked.split("/", -1);
        return own.length == its.length
                && IntStream.range(0, own.length).allMatch(i -> own[i].startsWith(":") || own[i].equals(its[i]));
    }
}
