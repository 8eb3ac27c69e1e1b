package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Bytes;

/** The digests are those of RFC 2202 and RFC 4231, test case 2. */
class HubSignatureTest {
    private static final Bytes CONTENT = bytes("what do ya want for nothing?");
    private static final String SECRET = "Jefe";

    private static Bytes bytes(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "sha1, effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
        "sha256, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "SHA256, 5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843",
        "sha384, af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
        "sha512, 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"
    })
    void everyMethodOfTheStandardIsKnown(String method, String digest) {
        assertThat(HubSignature.isOf(method + "=" + digest, CONTENT, SECRET)).isTrue();
        assertThat(HubSignature.isOf(method + "=" + digest, bytes("what do ya want"), SECRET))
                .isFalse();
        assertThat(HubSignature.isOf(method + "=" + digest, CONTENT, "jefe")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "sha256=",
                "sha256",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "md5=750c783e6ab0b503eaa86e310a5db738",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec38",
                "sha256=zz",
                "sha1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            })
    void anythingElseIsNoSignature(String signature) {
        assertThat(HubSignature.isOf(signature, CONTENT, SECRET)).isFalse();
    }

    @Test
    void nothingIsSignedWithoutASecret() {
        assertThat(HubSignature.isOf("sha256=", bytes(""), "")).isFalse();
    }
}
