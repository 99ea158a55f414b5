using Commerce.Platform.Modules;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Commerce.Ordering.Tests;

public sealed class OrderingOptionsTests
{
    [Theory]
    [InlineData(null, 30)]
    [InlineData("1", 1)]
    [InlineData("60", 60)]
    public void The_payment_term_is_thirty_days_unless_set(string? set, int days) => Assert.Equal(days, OrderingOptions.From(Settings(set)).PaymentTermDays);

    [Theory]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("-5")]
    [InlineData("a month")]
    [InlineData("")]
    public void A_wrong_payment_term_names_its_key(string set) =>
        Assert.Equal("Commerce:Ordering:PaymentTermDays", Assert.Throws<WrongSettingException>(() => OrderingOptions.From(Settings(set))).Key);

    [Theory]
    [InlineData(null, 15)]
    [InlineData("90", 90)]
    public void A_supplier_confirms_within_fifteen_days_unless_set(string? set, int days) => Assert.Equal(days, OrderingOptions.From(Confirming(set)).ConfirmWithinDays);

    [Theory]
    [InlineData("0")]
    [InlineData("91")]
    [InlineData("soon")]
    public void A_wrong_time_for_confirming_names_its_key(string set) =>
        Assert.Equal("Commerce:Ordering:ConfirmWithinDays", Assert.Throws<WrongSettingException>(() => OrderingOptions.From(Confirming(set))).Key);

    private static IConfiguration Confirming(string? days) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Commerce:Ordering:ConfirmWithinDays"] = days }).Build();

    private static IConfiguration Settings(string? term) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Commerce:Ordering:PaymentTermDays"] = term }).Build();
}
