using Commerce.Platform.Documents;
using Xunit;

namespace Commerce.Platform.Tests.Documents;

/// <summary>How personal data stand in files that somebody takes away.</summary>
public sealed class MaskingTests
{
    [Theory]
    [InlineData("王明", "王*")]
    [InlineData("王小明", "王*明")]
    [InlineData("欧阳小明", "欧**明")]
    [InlineData("明", "明")]
    [InlineData("", "")]
    [InlineData("已删除人员 7", "已删除人员 7")]
    public void A_name_keeps_its_first_and_last_character(string name, string shown) => Assert.Equal(shown, Masking.Name(name));

    [Theory]
    [InlineData("13812341234", "138****1234")]
    [InlineData("1234", "****")]
    public void A_phone_number_keeps_three_and_four_and_a_short_one_nothing(string phone, string shown) => Assert.Equal(shown, Masking.Phone(phone));

    [Theory]
    [InlineData("6222020000001234", "************1234")]
    [InlineData("1234", "****")]
    public void Of_an_account_only_the_last_four_are_seen(string number, string shown) => Assert.Equal(shown, Masking.Account(number));
}
