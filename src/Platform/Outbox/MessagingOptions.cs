using Commerce.Platform.Modules;

namespace Commerce.Platform.Outbox;

/// <summary>How events travel.</summary>
public enum MessagingTransport
{
    /// <summary>Inside the process; as durable as a broker, since events are closed only when consumers have committed.</summary>
    InMemory,

    /// <summary>Through a RabbitMQ broker.</summary>
    RabbitMq,
}

/// <summary>Settings <c>Commerce:Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>InMemory when nothing is set.</summary>
    public MessagingTransport Transport { get; set; } = MessagingTransport.InMemory;

    /// <summary>The broker.</summary>
    public RabbitMqOptions RabbitMq { get; set; } = new();

    internal void Check()
    {
        if (Transport == MessagingTransport.RabbitMq && string.IsNullOrWhiteSpace(RabbitMq.Host))
        {
            throw new WrongSettingException("Commerce:Messaging:RabbitMq:Host", "is needed when Commerce:Messaging:Transport is RabbitMq");
        }
    }
}

/// <summary>Settings <c>Commerce:Messaging:RabbitMq</c>.</summary>
public sealed class RabbitMqOptions
{
    /// <summary>Host name or address.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port, 5672 unless set.</summary>
    public ushort Port { get; set; } = 5672;

    /// <summary>User.</summary>
    public string User { get; set; } = "guest";

    /// <summary>Password.</summary>
    public string Password { get; set; } = "guest";

    /// <summary>Virtual host.</summary>
    public string VirtualHost { get; set; } = "/";
}
