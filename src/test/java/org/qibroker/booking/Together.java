package org.qibroker.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many clients who begin at the same moment. */
public final class Together {
    private Together() {}

    /** What each of them got, in their order. */
    public static <T> List<T> all(int many, IntFunction<T> client) {
        CyclicBarrier start = new CyclicBarrier(many);
        List<Callable<T>> clients = IntStream.range(0, many)
                .mapToObj(i -> (Callable<T>) () -> {
                    start.await();
                    return client.apply(i);
                })
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(clients)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
