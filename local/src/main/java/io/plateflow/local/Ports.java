package io.plateflow.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Picks ports on 127.0.0.1 that nobody has, none of them twice. */
final class Ports {
    /**
     * Below the ports that Linux gives to outgoing connections (from 32768): such a connection could take the port of a
     * process that is being started again, even by connecting to itself.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private final Set<Integer> given = new HashSet<>();
    private final boolean anyWillDo;

    /** @param anyWillDo whether preferences count for nothing, as where several runs start at once */
    Ports(boolean anyWillDo) {
        this.anyWillDo = anyWillDo;
    }

    /** {@code preferred} when it is free, else another. */
    int near(int preferred) {
        return !anyWillDo && !given.contains(preferred) && isFree(preferred) && given.add(preferred)
                ? preferred
                : any();
    }

    /** {@code wanted}, or any when that is 0. */
    int orAny(int wanted) {
        return wanted == 0 ? any() : wanted;
    }

    int any() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port) && given.add(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
