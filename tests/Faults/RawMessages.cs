using System.Text;
using RabbitMQ.Client;

namespace Commerce.Faults;

/// <summary>Messages that no host of ours sent.</summary>
internal static class RawMessages
{
    public static async Task Send(int port, string virtualHost, string queue, string body)
    {
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = port, VirtualHost = virtualHost };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.BasicPublishAsync(
            "", queue, mandatory: true, new BasicProperties { ContentType = "application/vnd.masstransit+json", Persistent = true }, Encoding.UTF8.GetBytes(body));
    }

    /// <summary>An envelope as MassTransit writes it, without our origin.</summary>
    public static string Envelope(string messageType, string message) =>
        "{\"messageId\":\"" + Guid.NewGuid() + "\",\"messageType\":[\"urn:message:" + messageType + "\"],\"message\":" + message + ",\"headers\":{}}";
}
