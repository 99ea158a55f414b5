using System.Net;
using Commerce.Platform.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;

namespace Commerce.Platform.Walls;

/// <summary>Setting <c>Commerce:Proxies:Trusted</c>: addresses or networks whose word about the client's address and scheme is taken. None by default: then X-Forwarded-For is just text.</summary>
internal static class TrustedProxies
{
    private const string Key = "Commerce:Proxies:Trusted";

    /// <summary>Reads the setting; null when there is no proxy.</summary>
    /// <exception cref="WrongSettingException">Names the key.</exception>
    public static ForwardedHeadersOptions? Read(IConfiguration configuration)
    {
        if (configuration[Key] is not { Length: > 0 } text)
        {
            return null;
        }

        // One proxy stands before the host: only the last entry of the header is its own.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(one, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else if (System.Net.IPNetwork.TryParse(one, out var network))
            {
                options.KnownIPNetworks.Add(network);
            }
            else
            {
                throw new WrongSettingException(Key, $"has {one}; it may list addresses and networks, such as 10.0.0.5 or 10.0.0.0/24");
            }
        }

        return options;
    }
}
