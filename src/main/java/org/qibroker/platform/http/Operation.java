package org.qibroker.platform.http;

import io.vertx.core.http.HttpMethod;
import java.util.Set;
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
record Operation(String id, HttpMethod method, String path, Set<Role> roles, boolean upload) {}
