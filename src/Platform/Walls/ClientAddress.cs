using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Commerce.Platform.Walls;

/// <summary>Where a request comes from: the connection's address, or what a trusted proxy says. What a client claims in a header doesn't count.</summary>
public static class ClientAddress
{
    /// <summary>The name that limits count by.</summary>
    public static string Of(HttpContext http) => Of(http.Connection.RemoteIpAddress);

    /// <summary>IPv6 by its /64: a single customer has all of it.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.MapToIPv4().ToString();
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
