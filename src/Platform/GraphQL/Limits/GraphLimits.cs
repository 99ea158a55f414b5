namespace Commerce.Platform.GraphQL.Limits;

/// <summary>What one request may ask for. docs/api.md says the same to clients.</summary>
internal static class GraphLimits
{
    public const int BodyBytes = 64 * 1024;

    public const int Tokens = 1000;

    /// <summary>Nesting of the parsed text, inputs included: it only keeps the parser from recursing without end; <see cref="Depth"/> is what clients meet.</summary>
    public const int ParserDepth = 64;

    public const int Fragments = 20;

    /// <summary>Fields after every fragment is written out.</summary>
    public const int Fields = 2000;

    public const int Depth = 10;

    public const int Aliases = 15;

    /// <summary>How often one place of the answer may be asked for.</summary>
    public const int Repeats = 20;

    /// <summary>Lists of the schema's description inside each other, such as fields of types of fields.</summary>
    public const int IntrospectionLists = 2;

    public const int Page = PageRequest.Largest;

    public const int Cost = 5000;

    /// <summary>What a list without a page counts as.</summary>
    public const int UnpagedList = 3;

    /// <summary>What the third such list inside another counts as, and each below it: lists of lists of lists grow faster than anybody reads.</summary>
    public const int DeepUnpagedList = 10;

    /// <summary>Errors in one answer; the rules stop there.</summary>
    public const int Errors = 20;

    public static readonly TimeSpan Time = TimeSpan.FromSeconds(10);
}
