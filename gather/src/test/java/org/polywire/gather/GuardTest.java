package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polywire.gather.Loopback.NOW;
import static org.polywire.gather.Loopback.config;
import static org.polywire.gather.Loopback.gatherer;
import static org.polywire.gather.Loopback.names;
import static org.polywire.gather.Loopback.page;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.gather.Fetch.Failed;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Fetch.Refused;
import org.polywire.model.Reason;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import org.polywire.testkit.MutableClock;
import org.polywire.testkit.RawServer;

/** No address leads us into a private network, however it is written and whoever wrote it. */
class GuardTest {
    private static void assertRefused(Fetch fetch) {
        assertThat(fetch)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.ADDRESS_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "https://127.0.0.1/",
                "http://10.0.0.1/",
                "http://100.64.0.1/",
                "http://172.16.0.1/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://0.0.0.0/",
                "http://0/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[::]/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:a00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[fd00:ec2::254]/",
                "http://[fe80::1]/",
                "http://[fe80::1%25eth0]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/",
                "http://[2001:db8::1]/",
                // odd forms, even of public addresses
                "http://2130706433/",
                "http://134744072/",
                "http://0x7f.1/",
                "http://0x7f000001/",
                "http://0x/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://010.8.8.8/",
                "http://127.1/",
                "http://8.8.2056/",
                "http://8.8.8.8.8/",
                "http://256.1.1.1/",
                "http://1.2.3.09/",
                "http://a.b.7/",
                "http://0x7f.0x0.0x0.0x1/",
                "http://0300.0250.0.1/",
                "http://0xA9FEA9FE/",
                "http://0251.0376.0251.0376/",
                "http://2852039166/",
                "http://[0:0:0:0:0:ffff:169.254.169.254]/",
                "http://[0000:0000:0000:0000:0000:0000:0000:0001]/",
                "http://[::1%25lo]/",
                "http://[::1%lo]/",
                "http://127.0.0.1./",
                "http://8.8.8.8./",
                "http://2130706433./",
                // letters and dots that IDNA takes for others (UTS 46)
                "http://１２７.０.０.１/",
                "http://①②⑦.⓪.⓪.①/",
                "http://127。0。0。1/",
                "http://127．0．0．1/",
                "http://ｌｏｃａｌｈｏｓｔ/",
                "http://lo­calhost/",
                "http://ⓛocⓐlhost。/",
                // names
                "http://localhost/",
                "http://LOCALHOST/",
                "http://localhost./",
                "http://a.localhost/",
                "http://printer.local/",
                "http://wiki.internal/",
                "http://metadata.google.internal/",
                "http://metadata.google.internal./",
                "http://nas.home.arpa/",
                // the rest of the address
                "http://user@news.example/",
                "http://user:secret@news.example/",
                "http://news.example:22/",
                "http://news.example:8080/",
                "http://news.example:0/",
                "http://news.example:65616/",
                "http://news.example:00022/",
                "http://news.example:443:22/",
                "http://127.0.0.1:0080/",
                "http://127.0.0.1:443/",
                "http://news.example:80@127.0.0.1/",
                "http://127.0.0.1%2f@news.example/",
                "http://127.0.0.1%23.news.example/",
                "http://127.0.0.1#@news.example/",
                "http://127.0.0.1?@news.example/",
                "ftp://news.example/",
                "file:///etc/passwd",
                "gopher://news.example/",
                "jar:http://news.example!/",
                "data:text/html,x",
                "http:news.example",
                "http:///x"
            })
    void aForbiddenAddressIsRefused(String address) {
        // Every name is public here, so that only the form of the address can be the reason.
        DnsResolver everywhere = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                String answer = host.matches("[\\d.]+|.*:.*") ? host : "8.8.8.8";
                return new InetAddress[] {Loopback.literal(answer)};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (Gatherer gatherer = new Gatherer(config(), new MutableClock(NOW), everywhere)) {
            assertRefused(page(gatherer, URI.create(address)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "100.100.1.1", "172.20.0.1", "192.168.0.10", "169.254.169.254", "0.0.0.0",
                "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.19.0.1", "198.51.100.1", "203.0.113.1", "233.1.1.1",
                "250.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::1",
                "2001:0:a00:1::", "fc00::1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1"
            })
    void aNameThatLeadsToAForbiddenAddressIsRefused(String answer) {
        Map<String, List<String>> answers =
                Map.of("evil.example", List.of(answer), "half.example", List.of("8.8.8.8", answer));
        try (Gatherer gatherer = new Gatherer(config(), new MutableClock(NOW), names(answers))) {
            assertRefused(page(gatherer, URI.create("http://evil.example/")));
            assertRefused(page(gatherer, URI.create("https://half.example/")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/", "http://[::1]/", "http://localhost/", "http://169.254.169.254/",
                        "http://2130706433/",
                "http://evil.example/", "file:///etc/passwd", "//127.0.0.1/", "http://127.0.0.1:1/", "ftp://a.example/",
                "http://user@news.example/", "\\\\127.0.0.1\\x"
            })
    void aRedirectToAForbiddenAddressIsRefused(String target) {
        Map<String, List<String>> answers =
                Map.of("evil.example", List.of("192.168.1.1"), "press.example", List.of("127.0.0.1"));
        try (LoopbackServer server = LoopbackServer.start().on("/a", Answers.redirect(target))) {
            int port = server.address("/").getPort();
            GatherConfig config = config("press.example:" + port);
            try (Gatherer gatherer = new Gatherer(config, new MutableClock(NOW), names(answers))) {
                Fetch fetch = page(gatherer, URI.create("http://press.example:" + port + "/a"));
                if (target.matches("http:.*|//.*")) {
                    assertRefused(fetch);
                } else {
                    assertThat(fetch).as("leads nowhere").isInstanceOf(Failed.class);
                }
                assertThat(server.received("/a")).hasSize(1);
            }
        }
    }

    @Test
    void aNameThatChangesItsMindIsCheckedAgain() {
        try (LoopbackServer server = LoopbackServer.start().on("/", Answers.ok("text/html", "x"))) {
            int port = server.address("/").getPort();
            AtomicInteger lookups = new AtomicInteger();
            DnsResolver rebinding = new DnsResolver() {
                @Override
                public InetAddress[] resolve(String host) {
                    String answer = lookups.getAndIncrement() < 2 ? "127.0.0.1" : "192.168.0.1";
                    return new InetAddress[] {Loopback.literal(answer)};
                }

                @Override
                public String resolveCanonicalHostname(String host) {
                    return host;
                }
            };
            GatherConfig config = config("press.example:" + port);
            try (Gatherer gatherer = new Gatherer(config, new MutableClock(NOW), rebinding)) {
                assertRefused(page(gatherer, URI.create("http://press.example:" + port + "/")));
            }
            assertThat(lookups).as("one lookup for each connection").hasValue(3);
            assertThat(server.received()).as("robots.txt and tdmrep.json").hasSize(2);
        }
    }

    @Test
    void aRefusedAddressIsNotEvenConnectedTo() {
        try (RawServer secret = RawServer.answering("HTTP/1.1 200 OK\r\n\r\nsecret");
                LoopbackServer press = LoopbackServer.start()
                        .on("/", Answers.redirect(secret.address("/").toString()));
                Gatherer gatherer = gatherer(press.authority())) {
            assertRefused(page(gatherer, secret.address("/")));
            assertRefused(page(gatherer, press.address("/")));
            assertThat(secret.connections()).isZero();
        }
    }

    @Test
    void theRobotsFileCannotLeadInsideEither() {
        try (RawServer secret = RawServer.answering("HTTP/1.1 200 OK\r\n\r\nsecret");
                LoopbackServer press = LoopbackServer.start()
                        .on("/robots.txt", Answers.redirect(secret.address("/").toString()));
                Gatherer gatherer = gatherer(press.authority())) {
            assertThat(page(gatherer, press.address("/"))).isInstanceOf(Failed.class);
            assertThat(secret.connections()).isZero();
        }
    }

    @Test
    void anAllowedHostMayLieOnLoopbackButNowhereElseInside() {
        Map<String, List<String>> answers = Map.of("press.example", List.of("10.0.0.1"));
        try (Gatherer gatherer = new Gatherer(config("press.example:8081"), new MutableClock(NOW), names(answers))) {
            assertRefused(page(gatherer, URI.create("http://press.example:8081/")));
        }
    }

    @Test
    void allowedIsExactlyTheHostAndPortOnTheList() {
        try (LoopbackServer server = LoopbackServer.start().on("/", Answers.ok("text/html", "x"));
                LoopbackServer other = LoopbackServer.start().on("/", Answers.ok("text/html", "x"));
                Gatherer gatherer = gatherer(server.authority())) {
            assertThat(page(gatherer, server.address("/"))).isInstanceOf(Fetched.class);
            assertRefused(page(gatherer, other.address("/")));
            assertRefused(page(
                    gatherer,
                    URI.create("http://localhost:" + server.address("/").getPort() + "/")));
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void anUnknownNameIsUnreachable() {
        try (Gatherer gatherer = new Gatherer(config(), new MutableClock(NOW), names(Map.of()))) {
            assertThat(page(gatherer, URI.create("https://nowhere.example/")))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed)
                                    .returns(Reason.UNREACHABLE, Failed::reason)
                                    .returns("DNS: no address for the name", Failed::detail));
        }
    }

    @Test
    void aLookupThatNeverAnswersIsGivenUp() {
        DnsResolver stuck = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                Object never = new Object();
                synchronized (never) {
                    try {
                        never.wait();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                return new InetAddress[0];
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        try (Gatherer gatherer = new Gatherer(config(Duration.ofMillis(300)), new MutableClock(NOW), stuck)) {
            assertThat(page(gatherer, URI.create("https://slow.example/"))).isInstanceOf(Failed.class);
        }
    }

    @Test
    void aNameServerThatNeverAnswersIsNamedAsTheCause() {
        Guard guard = new Guard(Set.of(), names(Map.of()), Duration.ofSeconds(1), lookup -> {});
        assertThatThrownBy(() -> guard.resolve("slow.example"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("DNS: no answer within 1 s");
    }
}
