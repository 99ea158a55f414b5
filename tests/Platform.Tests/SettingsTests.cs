using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Platform.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void A_setting_that_cannot_be_read_is_named_with_its_key()
    {
        var wrong = Assert.Throws<WrongSettingException>(() => Module("often").Settings<Choices>("Commerce:Some"));

        Assert.Equal("Commerce:Some:Seconds", wrong.Key);
        Assert.Contains("often", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_set_is_as_it_is_by_default()
    {
        Assert.Equal((7, 1.5m), (Module("7").Settings<Choices>("Commerce:Some").Seconds, Module("7").Settings<Choices>("Commerce:Some").Share));
        Assert.Equal(5, Module("7").Settings<Choices>("Commerce:Other").Seconds);
    }

    private static ModuleBuilder Module(string seconds) => new(
        new ServiceCollection(),
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Commerce:Some:Seconds"] = seconds }).Build(),
        new DatabaseOptions());

    private sealed class Choices
    {
        public int Seconds { get; init; } = 5;

        public decimal Share { get; init; } = 1.5m;
    }
}
