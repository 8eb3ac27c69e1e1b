package org.polywire.gather;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of the Internet's address space that are not the public Internet.
 *
 * <p>All of the IANA special-purpose address registries, those blocks that are reachable from everywhere included, as no web site
 * lies in them; and the one public address at which a cloud answers its own machines.
 * {@link InetAddress#isSiteLocalAddress()} and its siblings miss many of them. IPv6 addresses that carry an IPv4 address are judged
 * by the one they carry, and of the others only global unicast (2000::/3) passes.
 */
final class Ranges {
    private static final List<Range> FORBIDDEN = ranges(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by a provider's customers
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // Azure's virtual machines ask here for their secrets;
            // learn.microsoft.com/azure/virtual-network
            "169.254.0.0/16", // link-local, metadata of clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, broadcast
            "2001::/23", // protocol assignments
            "2001:db8::/32", // documentation
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    private static final List<Range> LOOPBACK = ranges("127.0.0.0/8", "::1/128");
    private static final Range GLOBAL = range("2000::/3");

    private static final Range MAPPED = range("0:0:0:0:0:ffff:0:0/96");
    private static final Range COMPATIBLE = range("::/96");
    private static final Range NAT64 = range("64:ff9b::/96");
    private static final Range SIX_TO_FOUR = range("2002::/16");
    private static final Range TEREDO = range("2001::/32");

    private record Range(byte[] start, int bits) {
        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = 0xff00 >> bits % 8 & 0xff;
            return Arrays.equals(address, 0, whole, start, 0, whole)
                    && (mask == 0 || (address[whole] & mask) == (start[whole] & mask));
        }
    }

    private Ranges() {}

    /** Whether an address is anything but a public one. */
    static boolean forbid(InetAddress address) {
        return forbid(address.getAddress());
    }

    static boolean isLoopback(InetAddress address) {
        return LOOPBACK.stream().anyMatch(range -> range.contains(address.getAddress()));
    }

    private static boolean forbid(byte[] address) {
        if (MAPPED.contains(address) || COMPATIBLE.contains(address) || NAT64.contains(address)) {
            return forbid(Arrays.copyOfRange(address, 12, 16));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return forbid(Arrays.copyOfRange(address, 2, 6));
        }
        if (TEREDO.contains(address)) {
            return forbid(Arrays.copyOfRange(address, 4, 8)) || forbid(inverted(Arrays.copyOfRange(address, 12, 16)));
        }
        return address.length == 16 && !GLOBAL.contains(address)
                || FORBIDDEN.stream().anyMatch(range -> range.contains(address));
    }

    /** Teredo writes its client's address with every bit flipped (RFC 4380, section 4). */
    private static byte[] inverted(byte[] address) {
        byte[] result = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            result[i] = (byte) ~address[i];
        }
        return result;
    }

    private static List<Range> ranges(String... blocks) {
        return Stream.of(blocks).map(Ranges::range).toList();
    }

    private static Range range(String block) {
        int slash = block.indexOf('/');
        int bits = Integer.parseInt(block.substring(slash + 1));
        byte[] start = literal(block.substring(0, slash));
        // The JDK turns a mapped address into the IPv4 address it carries.
        return bits > 32 && start.length == 4 ? new Range(mapped(start), bits) : new Range(start, bits);
    }

    private static byte[] mapped(byte[] address) {
        byte[] result = new byte[16];
        result[10] = (byte) 0xff;
        result[11] = (byte) 0xff;
        System.arraycopy(address, 0, result, 12, 4);
        return result;
    }

    private static byte[] literal(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("a literal is not looked up", e);
        }
    }
}
