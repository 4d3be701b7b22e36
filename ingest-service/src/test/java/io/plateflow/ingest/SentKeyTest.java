package io.plateflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentKeyTest {

    static Stream<Arguments> requests() {
        SentKey none = new SentKey.None();
        SentKey header = new SentKey.Secret("k", SentKey.HEADER);
        SentKey password = new SentKey.Secret("k", SentKey.BASIC);
        return Stream.of(
                Arguments.of(List.of(), null, none),
                Arguments.of(List.of(" "), null, none),
                Arguments.of(List.of(" k "), null, header),
                Arguments.of(List.of("k", "k"), null, header),
                Arguments.of(List.of(), basic("camera:k"), password),
                Arguments.of(List.of(), basic(":k"), password),
                Arguments.of(List.of(), basic("camera:a:b"), new SentKey.Secret("a:b", SentKey.BASIC)),
                Arguments.of(List.of(), basic("camera:k").replace("Basic", "bAsIc"), password),
                Arguments.of(List.of(), basic("camera:"), none),
                Arguments.of(List.of(), "Bearer k", none),
                Arguments.of(List.of(), "Digest username=\"camera\"", none),
                Arguments.of(List.of("k"), basic("camera:k"), header),
                Arguments.of(List.of("k"), basic("camera:"), header),
                Arguments.of(List.of("k"), "Bearer other", header));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void findsTheKeyOfARequest(List<String> headers, @Nullable String authorization, SentKey key) {
        assertThat(SentKey.of(headers, authorization)).isEqualTo(key);
    }

    static Stream<Arguments> faultyRequests() {
        return Stream.of(
                Arguments.of(List.of("k", "other"), null, FaultCode.KEY_CONFLICT),
                Arguments.of(List.of("k"), basic("camera:other"), FaultCode.KEY_CONFLICT),
                Arguments.of(List.of(), basic("k"), FaultCode.KEY_MALFORMED),
                Arguments.of(List.of(), "Basic ***", FaultCode.KEY_MALFORMED),
                Arguments.of(List.of("k"), "Basic ***", FaultCode.KEY_MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("faultyRequests")
    void choosesNoneWhenTheRequestIsInDoubt(List<String> headers, @Nullable String authorization, FaultCode code) {
        SentKey.Faulty faulty = (SentKey.Faulty) SentKey.of(headers, authorization);

        assertThat(faulty.fault().code()).isEqualTo(code);
        assertThat(faulty.fault().detail()).doesNotContain("other", "***");
    }

    @Test
    void keepsTheKeyOutOfItsText() {
        assertThat(SentKey.of(List.of("s3cr3t"), null).toString()).doesNotContain("s3cr3t");
        assertThat(SentKey.inPath("s3cr3t").toString()).doesNotContain("s3cr3t");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
