using Commerce.Ordering.Retail;
using Commerce.Platform.Modules;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Commerce.Ordering.Tests.Retail;

public sealed class StripeSettingsTests
{
    [Fact]
    public void Without_a_key_nothing_is_offered_whatever_else_is_set()
    {
        Assert.False(From().Offered);
        Assert.False(From(("SecretKey", " "), ("WebhookSecret", "whsec_x"), ("ReserveMinutes", "abc")).Offered);
    }

    [Fact]
    public void With_a_key_everything_is_read()
    {
        var settings = From(("SecretKey", "sk_live_1\n"), ("WebhookSecret", "whsec_a, whsec_b"), ("PublicAddress", "https://shop.example.cn"), ("ReserveMinutes", "20"));

        Assert.True(settings.Offered);
        Assert.True(settings.Live);
        Assert.Equal(["whsec_a", "whsec_b"], settings.WebhookSecrets);
        Assert.Equal(new Uri("https://api.stripe.com"), settings.ApiBase);
        Assert.Equal(TimeSpan.FromMinutes(20), settings.Reserve);
    }

    [Theory]
    [InlineData("SecretKey", "pk_test_1")]
    [InlineData("WebhookSecret", null)]
    [InlineData("WebhookSecret", "secret")]
    [InlineData("ApiBase", "http://stripe.example.com")]
    [InlineData("PublicAddress", null)]
    [InlineData("PublicAddress", "http://shop.example.cn")]
    [InlineData("ReserveMinutes", "0")]
    [InlineData("ReserveMinutes", "61")]
    public void A_wrong_setting_names_its_key_and_never_says_a_secret(string name, string? value)
    {
        var right = new Dictionary<string, string?> { ["SecretKey"] = "sk_test_1", ["WebhookSecret"] = "whsec_1", ["PublicAddress"] = "https://shop.example.cn" };
        right[name] = value;

        var wrong = Assert.Throws<WrongSettingException>(() => From([.. right.Select(r => (r.Key, r.Value))]));

        Assert.Equal("Commerce:Stripe:" + name, wrong.Key);
        Assert.DoesNotContain("pk_test_1", wrong.Message, StringComparison.Ordinal);
    }

    private static StripeSettings From(params (string Name, string? Value)[] set) =>
        StripeSettings.From(new ConfigurationBuilder().AddInMemoryCollection(set.Select(s => KeyValuePair.Create("Commerce:Stripe:" + s.Name, s.Value))).Build());
}
