package org.qibroker.matching.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.qibroker.shared.ServiceKind;
import org.qibroker.shared.TextKey;

/** The words by which a cell names a kind of service. */
final class ServiceWords {
    private static final Map<String, ServiceKind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("校准", ServiceKind.CALIBRATION);
        KINDS.put("calibration", ServiceKind.CALIBRATION);
        KINDS.put("检定", ServiceKind.VERIFICATION);
        KINDS.put("verification", ServiceKind.VERIFICATION);
        KINDS.put("检测", ServiceKind.TESTING);
        KINDS.put("testing", ServiceKind.TESTING);
        KINDS.put("test", ServiceKind.TESTING);
        KINDS.put("检验", ServiceKind.INSPECTION);
        KINDS.put("inspection", ServiceKind.INSPECTION);
    }

    private ServiceWords() {}

    static Optional<ServiceKind> kind(String cell) {
        return Optional.ofNullable(KINDS.get(TextKey.of(cell)));
    }
}
