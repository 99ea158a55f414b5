using System.Text;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace Commerce.Platform.GraphQL.Limits;

/// <summary>The first gate: counts the words of a text before anything is built of it, then has it parsed.</summary>
internal static class TokenGate
{
    /// <summary>Counts the text's tokens, comments included; stops at the first too many.</summary>
    /// <exception cref="GraphQLSyntaxErrorException">No token can be read.</exception>
    public static GraphRefusal? Check(string text)
    {
        var at = 0;
        for (var count = 1; ; count++)
        {
            var token = Lexer.Lex(text, at);
            if (token.Kind == TokenKind.EOF)
            {
                return null;
            }

            if (count > GraphLimits.Tokens)
            {
                return GraphRefusals.TooManyTokens;
            }

            // No database takes them: better refused here than failing there.
            if (token.Kind == TokenKind.STRING && !Storable(token.Value.Span))
            {
                return GraphRefusals.BadCharacters;
            }

            // The lexer stood still at something that the parser will name.
            if (token.End <= at)
            {
                return null;
            }

            at = token.End;
        }
    }

    /// <summary>A document, or why there is none.</summary>
    public static (GraphQLDocument? Document, GraphRefusal? Refusal) Read(string text)
    {
        try
        {
            return Check(text) is { } refusal ? (null, refusal) : (Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = GraphLimits.ParserDepth }), null);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return (null, GraphRefusals.TooDeep);
        }
        catch (GraphQLSyntaxErrorException e)
        {
            return (null, GraphRefusals.Syntax(e.Location.Line, e.Location.Column));
        }
    }

    /// <summary>Whole characters, none of them null.</summary>
    public static bool Storable(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (text[0] == '\0' || Rune.DecodeFromUtf16(text, out _, out var read) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[read..];
        }

        return true;
    }
}
