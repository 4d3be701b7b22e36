package io.plateflow.local.bench.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux and the JDK say of a process of Java. */
record ProcessFigures(long pid) {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    /** As the serial collector, which all services use, has it: "def new generation   total 78656K, used 1234K". */
    private static final Pattern USED = Pattern.compile("generation\\s+total \\d+K, used (\\d+)K");

    /** Processor time so far, of all threads, in steps of 10 ms. */
    Duration cpu() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("process " + pid + " is gone"));
    }

    /** KiB in memory. */
    long resident() throws IOException {
        return sum(RESIDENT, Files.readString(Path.of("/proc/" + pid + "/status")));
    }

    /** KiB of the heap that are in use once the garbage is out. */
    long live() throws IOException, InterruptedException {
        jcmd("GC.run");
        return sum(USED, jcmd("GC.heap_info"));
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + said);
        }
        return said;
    }

    private static long sum(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        long sum = 0;
        boolean any = false;
        while (found.find()) {
            sum += Long.parseLong(found.group(1));
            any = true;
        }
        if (!any) {
            throw new IllegalStateException("nothing like " + pattern + " in: " + text);
        }
        return sum;
    }
}
