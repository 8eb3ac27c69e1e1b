package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.192",
                "192.0.2.1",
                "192.31.196.0",
                "192.31.196.255",
                "192.52.193.1",
                "192.88.99.1",
                "192.175.48.0",
                "192.175.48.255",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::10.1.2.3",
                "::ffff:127.0.0.1",
                "::ffff:192.168.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2002:c0a8:101::1",
                "2001:0:7f00:1::",
                "2001:0:808:808::80ff:fffe",
                "2001:0:808:808:0:0:f5ff:fffe",
                "fc00::1",
                "fdff:ffff::1",
                "fd00:ec2::254",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "feff::1",
                "ff02::1",
                "ff0e::1",
                "2001:db8::1",
                "2001:10::1",
                "2001:2::1",
                "100::1",
                "2620:4f:8000::1",
                "3fff::1",
                "3fff:fff:ffff::1",
                "5f00::1",
                "4000::1"
            })
    void addressesThatAreNotPublicAreForbidden(String address) {
        assertThat(Ranges.forbid(Loopback.literal(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "168.63.129.15",
                "168.63.129.17",
                "192.31.195.255",
                "192.31.197.0",
                "192.52.194.0",
                "192.175.47.255",
                "192.175.49.0",
                "192.88.98.255",
                "192.88.100.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "198.51.99.255",
                "203.0.112.255",
                "203.0.114.0",
                "223.255.255.255",
                "2001:200::1",
                "2606:4700::1111",
                "2620:4f:7fff::1",
                "2620:4f:8001::1",
                "3fff:1000::1",
                "2a00:1450::1",
                "2001:4860:4860::8888",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2002:808:808::1",
                "2001:0:808:808::f7f7:f7f7"
            })
    void publicAddressesPass(String address) {
        assertThat(Ranges.forbid(Loopback.literal(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1"})
    void loopbackIsKnown(String address) {
        assertThat(Ranges.isLoopback(Loopback.literal(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"128.0.0.1", "10.0.0.1", "::2", "169.254.169.254"})
    void nothingElseIsLoopback(String address) {
        assertThat(Ranges.isLoopback(Loopback.literal(address))).isFalse();
    }
}
