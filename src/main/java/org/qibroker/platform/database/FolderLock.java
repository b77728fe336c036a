package org.qibroker.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A lock between processes on a file; the system releases it when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits until nobody else holds the lock. */
    static FolderLock exclusive(Path file) throws IOException {
        FileChannel channel = open(file);
        return new FolderLock(channel, channel.lock());
    }

    /** Joins those who share the lock. */
    static FolderLock shared(Path file) throws IOException {
        FileChannel channel = open(file);
        return new FolderLock(channel, channel.lock(0, Long.MAX_VALUE, true));
    }

    /** Whether nobody at all holds the lock. */
    static boolean free(Path file) throws IOException {
        try (FileChannel channel = open(file);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    @Override
    public void close() throws IOException {
        lock.close();
        channel.close();
    }
}
