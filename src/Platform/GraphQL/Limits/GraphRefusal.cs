using GraphQL;
using Microsoft.AspNetCore.Http;

namespace Commerce.Platform.GraphQL.Limits;

/// <summary>A request that isn't executed: the code is stable, the text says what to do, nothing was changed.</summary>
/// <param name="Code">In extensions.code.</param>
/// <param name="Chinese">For people.</param>
/// <param name="English">For people.</param>
/// <param name="Status">The HTTP status where the protocol itself was broken; a refused document follows the media type instead.</param>
internal sealed record GraphRefusal(string Code, string Chinese, string English, int Status = StatusCodes.Status400BadRequest)
{
    public ExecutionError Error(bool chinese) => new(chinese ? Chinese : English) { Code = Code };
}

/// <summary>All refusals of the endpoint, a line each.</summary>
internal static class GraphRefusals
{
    // The protocol.
    public static GraphRefusal NotAcceptable { get; } = new("NOT_ACCEPTABLE", "Accept 应允许 application/json 或 application/graphql-response+json。", "Accept must allow application/json or application/graphql-response+json.", StatusCodes.Status406NotAcceptable);

    public static GraphRefusal MethodNotAllowed { get; } = new("METHOD_NOT_ALLOWED", "请用 GET 或 POST。", "Use GET or POST.", StatusCodes.Status405MethodNotAllowed);

    public static GraphRefusal PostOnly { get; } = new("POST_ONLY", "GET 只能查询，变更请用 POST；没有做任何更改。", "Only queries may be sent by GET; use POST. Nothing was changed.", StatusCodes.Status405MethodNotAllowed);

    public static GraphRefusal AntiforgeryMissing { get; } = new("ANTIFORGERY_MISSING", "带 Cookie 的请求需要 RequestVerificationToken 头。", "Requests with a cookie need the antiforgery header RequestVerificationToken.");

    public static GraphRefusal MediaType { get; } = new("UNSUPPORTED_MEDIA_TYPE", "请发送 UTF-8 的 application/json。", "Send application/json in UTF-8.", StatusCodes.Status415UnsupportedMediaType);

    public static GraphRefusal BodyTooLarge { get; } = new("BODY_TOO_LARGE", $"请求超过 {GraphLimits.BodyBytes / 1024} KB，请分成几次发送。", $"The request is larger than {GraphLimits.BodyBytes / 1024} KB. Send it in parts.", StatusCodes.Status413PayloadTooLarge);

    public static GraphRefusal NotJson { get; } = new("BAD_REQUEST", "请求体不是 {\"query\": \"…\"} 形式的 JSON，或含有不允许的字符或数字。", "The body is not JSON of the form {\"query\": \"…\"}, or holds characters or numbers that can't be used.");

    public static GraphRefusal BrokenBody { get; } = new("BAD_REQUEST", "请求体没有完整到达，请重新发送。", "The body did not arrive whole. Send it again.");

    public static GraphRefusal Batch { get; } = new("BATCH_NOT_ALLOWED", "一次请求只能有一个操作，请逐个发送，不要发数组。", "One request holds one operation: send them one by one, not as an array.");

    public static GraphRefusal NotAnObject { get; } = new("BAD_REQUEST", "请求体应是一个 JSON 对象。", "The body must be one JSON object.");

    public static GraphRefusal QueryMissing { get; } = new("BAD_REQUEST", "缺少 query，或它不是字符串。", "query is missing or not a string.");

    public static GraphRefusal OperationName { get; } = new("BAD_REQUEST", "operationName 应是字符串。", "operationName must be a string.");

    public static GraphRefusal NotObjects { get; } = new("BAD_REQUEST", "variables 和 extensions 应是 JSON 对象。", "variables and extensions must be JSON objects.");

    // Documents by their hash.
    public static GraphRefusal PersistedShape { get; } = new("BAD_REQUEST", "extensions.persistedQuery 应为 {\"version\": 1, \"sha256Hash\": 64 位十六进制}。", "extensions.persistedQuery must be {\"version\": 1, \"sha256Hash\": 64 hexadecimal digits}.");

    public static GraphRefusal PersistedNotFound { get; } = new("PERSISTED_QUERY_NOT_FOUND", "还不认识这个查询，请连同 query 全文再发一次。", "This document isn't known yet: send it once more together with its text in query.");

    public static GraphRefusal PersistedMismatch { get; } = new("PERSISTED_QUERY_MISMATCH", "sha256Hash 与 query 的全文不符，没有执行。", "sha256Hash isn't that of the text in query; nothing was executed.");

    public static GraphRefusal NotTrusted { get; } = new("NOT_TRUSTED", "这台服务器只执行随程序发布的查询，没有执行；需要其他查询请联系管理员。", "This server executes only the documents that it ships with; nothing was executed. Ask the administrator for others.");

    // Streams.
    public static GraphRefusal NoEventStream { get; } = new("NOT_ACCEPTABLE", "订阅以事件流回答，Accept 应允许 text/event-stream。", "A subscription is answered by a stream: Accept must allow text/event-stream.", StatusCodes.Status406NotAcceptable);

    public static GraphRefusal SubscriptionsOnly { get; } = new("SUBSCRIPTIONS_ONLY", "/graphql/stream 只接受订阅，查询和变更请发到 /graphql；没有做任何更改。", "/graphql/stream takes subscriptions alone; send queries and mutations to /graphql. Nothing was changed.");

    public static GraphRefusal StreamElsewhere { get; } = new("STREAM_ELSEWHERE", "订阅请在 /graphql/stream 提出，以事件流（SSE）回答。", "Ask for subscriptions at /graphql/stream; they are answered by server-sent events.");

    public static GraphRefusal TooManyStreams { get; } = new("TOO_MANY_STREAMS", "打开的订阅太多，请关闭一些，或一分钟后再试。", "Too many streams are open. Close some, or try again in a minute.", StatusCodes.Status429TooManyRequests);

    public static GraphRefusal Stopping { get; } = new("STOPPING", "服务器正在停止，请稍后重新连接。", "The server is stopping. Connect again in a moment.", StatusCodes.Status503ServiceUnavailable);

    // The document, before the standard rules.
    public static GraphRefusal TooManyTokens { get; } = new("TOO_MANY_TOKENS", $"查询超过 {GraphLimits.Tokens} 个词，请分成几次查询，把数据放进变量。", $"The document has more than {GraphLimits.Tokens} tokens. Ask in parts, and put data into variables.");

    public static GraphRefusal BadCharacters { get; } = new("SYNTAX_ERROR", "查询的字符串里有空字符或不完整的字符，请去掉。", "A string of the document holds a null character or half a character. Take it out.");

    public static GraphRefusal TooManyFragments { get; } = new("TOO_MANY_FRAGMENTS", $"片段超过 {GraphLimits.Fragments} 个，请减少。", $"The document has more than {GraphLimits.Fragments} fragments. Use fewer.");

    public static GraphRefusal FragmentCycle { get; } = new("FRAGMENT_CYCLE", "片段互相包含成环，请断开。", "A fragment contains itself. Break the circle.");

    public static GraphRefusal TooManyFields { get; } = new("TOO_MANY_FIELDS", $"展开片段后字段超过 {GraphLimits.Fields} 个，请少选一些字段。", $"With its fragments written out the document has more than {GraphLimits.Fields} fields. Select fewer.");

    public static GraphRefusal TooDeep { get; } = new("TOO_DEEP", $"查询嵌套超过 {GraphLimits.Depth} 层，请用编号另查更深的部分。", $"The document nests deeper than {GraphLimits.Depth} levels. Ask for the deeper part by its id.");

    public static GraphRefusal TooManyAliases { get; } = new("TOO_MANY_ALIASES", $"别名超过 {GraphLimits.Aliases} 个，请用列表字段或分次查询。", $"The document has more than {GraphLimits.Aliases} aliases. Use a list, or ask in parts.");

    public static GraphRefusal FieldRepeated { get; } = new("FIELD_REPEATED", $"同一个字段重复超过 {GraphLimits.Repeats} 次，写一次即可。", $"The same field is asked for more than {GraphLimits.Repeats} times. Once is enough.");

    public static GraphRefusal IntrospectionOff { get; } = new("INTROSPECTION_OFF", "这里不公开接口定义；需要 schema.read 权限，或在演示系统里查看。", "The schema is not shown here: it takes the permission schema.read, or a demonstration server.");

    // With the variables, after the standard rules.
    public static GraphRefusal PageTooLarge { get; } = new("PAGE_TOO_LARGE", $"first 最多 {GraphLimits.Page}，请翻页。", $"first may be at most {GraphLimits.Page}. Turn pages with after.");

    public static GraphRefusal TooCostly { get; } = new("TOO_COSTLY", $"查询的代价超过 {GraphLimits.Cost}（列表长度 × 权重），请减小 first 或少嵌套列表。", $"The query costs more than {GraphLimits.Cost} (list sizes times weights). Lower first, or nest fewer lists.");

    public static GraphRefusal TimeUp { get; } = new("TIMEOUT", $"{GraphLimits.Time.TotalSeconds} 秒内没有完成，已停止；请缩小查询后再试。", $"Not done within {GraphLimits.Time.TotalSeconds} seconds, so it was stopped. Ask for less and try again.");

    // What the standard rules said, to those who may not see the schema.
    public static GraphRefusal InvalidDocument { get; } = new("INVALID_DOCUMENT", "查询或变量与接口定义不符，没有执行；有 schema.read 权限或在演示系统里可以看到详细原因。", "The document or its variables don't fit the schema; nothing was executed. With the permission schema.read, or on a demonstration server, the reason is shown.");

    public static GraphRefusal Syntax(int line, int column) => new("SYNTAX_ERROR", $"查询的语法有误，在第 {line} 行第 {column} 列。", $"The document has a syntax error at line {line}, column {column}.");
}
