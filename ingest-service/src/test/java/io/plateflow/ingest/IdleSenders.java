package io.plateflow.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/** Connections that say nothing until the other side closes them; a process of its own, for the sake of its files. */
final class IdleSenders {
    private IdleSenders() {}

    /** Arguments: port, number of connections. */
    public static void main(String[] args) throws IOException {
        List<Socket> idle = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            idle.add(new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])));
        }
        System.out.println(idle.size() + " open");
        int closed = 0;
        for (Socket socket : idle) {
            socket.setSoTimeout(60_000);
            try (socket) {
                closed += socket.getInputStream().read() < 0 ? 1 : 0;
            } catch (SocketException reset) {
                closed++;
            }
        }
        System.out.println(closed + " closed by the other side");
    }
}
