package org.qibroker.report;

import java.util.Optional;
import org.qibroker.platform.files.StoredFile;

/** What the laboratory has written for a report that is not issued yet. */
public record Draft(Content content, Optional<StoredFile> file) {}
