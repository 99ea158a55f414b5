namespace Commerce.Platform.Personal;

/// <summary>What stands on papers where an erased person's name stood.</summary>
public static class ErasedPerson
{
    /// <summary>What every such label begins with.</summary>
    public const string Prefix = "已删除人员 ";

    /// <summary>已删除人员 7: one number per person, so that two signers stay two.</summary>
    public static string Label(int number) => Prefix + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
