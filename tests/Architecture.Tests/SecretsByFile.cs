using Commerce.Host;
using Commerce.Platform.Modules;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Commerce.Architecture.Tests;

/// <summary>A password comes from a file of its own, so that no environment and no command line shows it.</summary>
public sealed class SecretsByFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("commerce-secrets").FullName;

    [Fact]
    public void A_file_named_like_the_variable_is_the_setting_and_wins_over_the_environment()
    {
        File.WriteAllText(Path.Combine(folder, "Commerce__Database__ConnectionString"), "Host=from-file\n");
        File.WriteAllText(Path.Combine(folder, "Commerce__Messaging__RabbitMq__Password"), "from-file");
        var configuration = Configuration(("Commerce:SecretsFolder", folder), ("Commerce:Database:ConnectionString", "Host=from-environment"));

        HostSettings.AddSecrets(configuration);
        var settings = HostSettings.Read(configuration);

        Assert.Equal("Host=from-file", settings.Database.ConnectionString);
        Assert.Equal("from-file", settings.Messaging.RabbitMq.Password);
    }

    [Fact]
    public void Without_a_folder_the_environment_stays_as_it_is()
    {
        var configuration = Configuration(("Commerce:Database:ConnectionString", "Host=from-environment"));

        HostSettings.AddSecrets(configuration);

        Assert.Equal("Host=from-environment", HostSettings.Read(configuration).Database.ConnectionString);
    }

    [Fact]
    public void A_named_folder_that_is_missing_is_refused()
    {
        var wrong = Assert.Throws<WrongSettingException>(() => HostSettings.AddSecrets(Configuration(("Commerce:SecretsFolder", Path.Combine(folder, "none")))));

        Assert.Contains("Commerce:SecretsFolder", wrong.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, true);

    private static ConfigurationManager Configuration(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value)));
        return configuration;
    }
}
