package org.qibroker.platform.web;

import java.util.Map;

/**
 * A part of a page that another room contributes.
 *
 * @param template path below the templates' folder; it takes {@code ctx} and the parameters
 */
public record Fragment(String template, Map<String, Object> params) {
    /** Copies the parameters. */
    public Fragment {
        params = Map.copyOf(params);
    }
}
