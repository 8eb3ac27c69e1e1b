package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.polywire.gather.Loopback.NOW;
import static org.polywire.gather.Loopback.config;
import static org.polywire.gather.Loopback.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.gather.Fetch.Refused;
import org.polywire.model.Reason;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.MutableClock;

/**
 * Every range that is not the public Internet, by every way that leads there: written out, behind a name, behind a redirect,
 * and behind a name that changes its mind. Nothing is sent, as the virtual machine's own record of socket writes shows.
 */
class GuardTableTest {
    /**
     * One address or more of each block of the IANA special-purpose address registries (RFC 6890; IPv4 and IPv6, November 2026), of
     * what embeds them, and those where clouds keep their machines' secrets.
     */
    private static final List<String> REFUSED = List.of(
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.100.100.200",
            "100.127.255.254",
            "127.0.0.1",
            "127.0.0.2",
            "127.255.255.254",
            "168.63.129.16",
            "169.254.0.1",
            "169.254.169.254",
            "169.254.170.2",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.1",
            "192.0.0.8",
            "192.0.0.9",
            "192.0.0.10",
            "192.0.0.170",
            "192.0.0.171",
            "192.0.0.192",
            "192.0.2.1",
            "192.31.196.1",
            "192.52.193.1",
            "192.88.99.1",
            "192.88.99.2",
            "192.175.48.1",
            "192.168.0.1",
            "192.168.255.255",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "::ffff:100.100.100.200",
            "::ffff:168.63.129.16",
            "::ffff:0:7f00:1",
            "64:ff9b::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1",
            "100::1",
            "100:0:0:1::1",
            "2001::1",
            "2001:0:7f00:1::",
            "2001:0:808:808:0:0:f5ff:fffe",
            "2001:1::1",
            "2001:1::2",
            "2001:1::3",
            "2001:2::1",
            "2001:3::1",
            "2001:4:112::1",
            "2001:10::1",
            "2001:20::1",
            "2001:30::1",
            "2001:db8::1",
            "2002:7f00:1::1",
            "2002:a9fe:a9fe::1",
            "2002:c0a8:1::1",
            "2620:4f:8000::1",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd00:ec2::254",
            "fd20:ce::254",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "ff02::1",
            "ff0e::1");

    private static String host(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static void assertRefused(String way, String address, Fetch fetch) {
        assertThat(fetch)
                .as(way + " " + address)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.ADDRESS_REFUSED));
    }

    @Test
    void nothingIsEverSentToAnAddressThatIsRefused(@TempDir Path folder) throws IOException {
        try (Recording socket = new Recording();
                LoopbackServer press = LoopbackServer.start()) {
            socket.enable("jdk.SocketWrite").withThreshold(Duration.ZERO).withoutStackTrace();
            socket.start();
            REFUSED.forEach(address -> tryEveryWay(address, press));
            socket.stop();
            Path record = folder.resolve("writes.jfr");
            socket.dump(record);
            List<RecordedEvent> writes = RecordingFile.readAllEvents(record);
            assertThat(writes).as("the record sees what is sent to the press").isNotEmpty();
            // All that was asked for has a usual port, and nothing else in this machine's tests uses one.
            assertThat(writes).allSatisfy(write -> {
                assertThat(write.getInt("port")).isNotIn(80, 443);
                assertThat(write.getString("address")).isEqualTo("127.0.0.1");
            });
        }
    }

    private static void tryEveryWay(String address, LoopbackServer press) {
        List<String> schemes = List.of("http", "https");
        schemes.forEach(scheme -> literally(scheme, address));
        schemes.forEach(scheme -> byName(scheme, address));
        schemes.forEach(scheme -> byRedirect(scheme, address, press));
        bySecondThought(address, press);
    }

    private static void literally(String scheme, String address) {
        try (Gatherer gatherer = new Gatherer(config(), new MutableClock(NOW))) {
            assertRefused("literal", address, page(gatherer, URI.create(scheme + "://" + host(address) + "/x")));
        }
    }

    private static void byName(String scheme, String address) {
        Map<String, List<String>> answers =
                Map.of("evil.example", List.of(address), "half.example", List.of("8.8.8.8", address));
        try (Gatherer gatherer = new Gatherer(config(), new MutableClock(NOW), Loopback.names(answers))) {
            assertRefused("DNS", address, page(gatherer, URI.create(scheme + "://evil.example/x")));
            assertRefused("DNS, one of two", address, page(gatherer, URI.create(scheme + "://half.example/x")));
        }
    }

    private static void byRedirect(String scheme, String address, LoopbackServer press) {
        press.on("/away", Answers.redirect(scheme + "://" + host(address) + "/x"));
        press.on("/named", Answers.redirect(scheme + "://evil.example/x"));
        Map<String, List<String>> answers =
                Map.of("press.example", List.of("127.0.0.1"), "evil.example", List.of(address));
        String authority = "press.example:" + press.address("/").getPort();
        try (Gatherer gatherer = new Gatherer(config(authority), new MutableClock(NOW), Loopback.names(answers))) {
            assertRefused("redirect", address, page(gatherer, URI.create("http://" + authority + "/away")));
            assertRefused("redirect to a name", address, page(gatherer, URI.create("http://" + authority + "/named")));
        }
    }

    /** Robots and reservations are read from the first answer; the page's own lookup gets the second. */
    private static void bySecondThought(String address, LoopbackServer press) {
        List<String> hosts = new ArrayList<>();
        AtomicInteger lookups = new AtomicInteger();
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                hosts.add(host);
                return new InetAddress[] {
                    Loopback.literal(lookups.getAndIncrement() < 2 ? "127.0.0.1" : notLoopback(address))
                };
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        String authority = "press.example:" + press.address("/").getPort();
        try (Gatherer gatherer = new Gatherer(config(authority), new MutableClock(NOW), rebinding)) {
            assertRefused("rebinding", address, page(gatherer, URI.create("http://" + authority + "/x")));
        }
        assertThat(hosts).as("looked up once for each connection").hasSize(3);
    }

    /**
     * The machine's own address in its network, with a server that would answer there: the proof that not even a connection is made
     * to an address that is refused.
     */
    @Test
    void notEvenAConnectionIsMadeToAServerThatListensThere() throws IOException {
        List<String> inside = addressesInside();
        assumeTrue(!inside.isEmpty(), "this machine has no address but those of loopback");
        for (String address : inside) {
            try (ServerSocket server = new ServerSocket(0, 50, Loopback.literal(address))) {
                String authority = "press.example:" + server.getLocalPort();
                DnsResolver names = Loopback.names(Map.of("press.example", List.of(address)));
                try (Gatherer gatherer = new Gatherer(config(authority), new MutableClock(NOW), names)) {
                    assertRefused("a server at", address, page(gatherer, URI.create("http://" + authority + "/x")));
                }
                server.setSoTimeout(1);
                assertThatThrownBy(server::accept)
                        .as("nobody came to " + address)
                        .isInstanceOf(SocketTimeoutException.class);
                assertThatCode(() -> new Socket(server.getInetAddress(), server.getLocalPort()).close())
                        .as("who comes is let in")
                        .doesNotThrowAnyException();
                server.accept().close();
            }
        }
    }

    private static List<String> addressesInside() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> Ranges.forbid(address) && !Ranges.isLoopback(address))
                .map(InetAddress::getHostAddress)
                .filter(address -> !address.contains("%"))
                .toList();
    }

    /** The host is allowed on loopback here, so that its change of mind has to lead elsewhere. */
    private static String notLoopback(String address) {
        return Ranges.isLoopback(Loopback.literal(address)) ? "169.254.169.254" : address;
    }
}
