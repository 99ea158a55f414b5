using System.Text;

namespace Commerce.Platform.Tests.GraphQL;

/// <summary>Documents that cost much and say little.</summary>
internal static class Attacks
{
    /// <summary>Each fragment spreads the next one twice: written out, two to the power of the levels.</summary>
    public static string FanOut(int levels)
    {
        var text = new StringBuilder("{ ...f0 }");
        for (var i = 0; i < levels; i++)
        {
            text.Append(" fragment f").Append(i).Append(" on Query { ...f").Append(i + 1).Append(" ...f").Append(i + 1).Append(" }");
        }

        return text.Append(" fragment f").Append(levels).Append(" on Query { __typename }").ToString();
    }

    /// <summary>The same with the levels nested in fields, which no rule can merge away.</summary>
    public static string NestedFanOut(int levels)
    {
        var text = new StringBuilder("{ villages { ...f0 } }");
        for (var i = 0; i < levels; i++)
        {
            text.Append(" fragment f").Append(i).Append(" on Village { producers { village { ...f").Append(i + 1).Append(" } } producers { village { ...f").Append(i + 1).Append(" } } }");
        }

        return text.Append(" fragment f").Append(levels).Append(" on Village { name }").ToString();
    }

    public static string Names(int bytes) => "{ " + string.Concat(Enumerable.Repeat("name ", bytes / 5)) + "}";

    public static string InlineFragments(int count) => "{ " + string.Concat(Enumerable.Repeat("... { __typename } ", count)) + "}";

    public static string Repeated(int times) => "{ " + string.Concat(Enumerable.Repeat("__typename ", times)) + "}";

    public static string Deep(int levels) => string.Concat(Enumerable.Repeat("{ a ", levels)) + string.Concat(Enumerable.Repeat("}", levels));

    public static string Aliased(int count) => "{ " + string.Concat(Enumerable.Range(0, count).Select(i => $"a{i}: __typename ")) + "}";

    public static string Fragments(int count) => "{ __typename } " + string.Concat(Enumerable.Range(0, count).Select(i => $"fragment g{i} on Query {{ __typename }} "));

    /// <summary>Wide without doubling: 12 fragments of 55 fields, each spread in four places.</summary>
    public static string Wide() =>
        "{ " + string.Concat(Enumerable.Range(0, 12).Select(i => $"w{i} {{ ...g{i} }} x{i} {{ ...g{i} }} y{i} {{ ...g{i} }} z{i} {{ ...g{i} }} ")) + "} "
        + string.Concat(Enumerable.Range(0, 12).Select(i => $"fragment g{i} on Thing {{ {string.Concat(Enumerable.Range(0, 55).Select(j => $"f{j} "))}}} "));
}
