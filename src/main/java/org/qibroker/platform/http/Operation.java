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
 * @param maxBody the longest body it takes, in bytes ({@code x-max-body})
 */
record Operation(String id, HttpMethod method, String path, Set<Role> roles, long maxBody) {}
