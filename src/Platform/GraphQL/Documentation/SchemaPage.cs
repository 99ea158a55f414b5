using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Commerce.Platform.GraphQL.Limits;
using Commerce.Platform.Modules;
using GraphQL.Types;

namespace Commerce.Platform.GraphQL.Documentation;

/// <summary>Writes the schema as one page: what can be asked, of whom, what it costs, and how it is refused.</summary>
internal sealed class SchemaPage(ISchema schema, PrintedSchema printed, bool chinese)
{
    private readonly StringBuilder page = new();

    public string Write()
    {
        var roots = new IGraphType?[] { schema.Query, schema.Mutation, schema.Subscription }.OfType<IObjectGraphType>().ToList();
        var types = schema.AllTypes.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && !roots.Contains(t)).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        page.Append("<!DOCTYPE html><html lang=\"").Append(chinese ? "zh-CN" : "en").Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
            .Append(T("接口文档", "API")).Append("</title><link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/docs/api/api.css\"><script src=\"/docs/api/api.js\" defer></script></head><body>");
        Head(roots, types);
        page.Append("<main id=\"content\">");
        Start();
        roots.ForEach(Type);
        page.Append("<h2 id=\"types\">").Append(T("类型", "Types")).Append("</h2>");
        types.ForEach(Type);
        Limits();
        Refusals();
        page.Append("<p id=\"none\" role=\"status\" hidden>").Append(T("没有符合的类型或字段。", "No type or field fits.")).Append("</p></main></body></html>");
        return page.ToString();
    }

    private string T(string zh, string en) => chinese ? zh : en;

    private static string E(string? text) => WebUtility.HtmlEncode(text ?? "");

    private void Head(List<IObjectGraphType> roots, List<IGraphType> types)
    {
        page.Append("<header><h1>").Append(T("消费帮扶 · 接口文档", "Consumption assistance · API")).Append("</h1><p>")
            .Append(T("按正在运行的接口定义生成；字段说明为英文。", "Made of the schema that runs.")).Append("</p><nav aria-label=\"").Append(T("本页", "This page")).Append("\">");
        foreach (var root in roots)
        {
            page.Append(CultureInfo.InvariantCulture, $"<a href=\"#{root.Name}\">{T(root.Name switch { "Query" => "查询", "Mutation" => "变更", _ => "订阅" }, root.Name)} <small>{root.Fields.Count}</small></a>");
        }

        page.Append(CultureInfo.InvariantCulture, $"<a href=\"#types\">{T("类型", "Types")} <small>{types.Count}</small></a><a href=\"#limits\">{T("限制", "Limits")}</a><a href=\"#codes\">{T("错误代码", "Error codes")}</a>")
            .Append(chinese ? "<a href=\"?lang=en\" lang=\"en\">English</a>" : "<a href=\"?lang=zh\" lang=\"zh-CN\">中文</a>").Append("</nav>");
        page.Append("<label for=\"find\">").Append(T("查找类型、字段、说明", "Find a type, a field, a word")).Append("</label><input id=\"find\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></header>");
    }

    private void Start() => page.Append("<section class=\"start\"><p>").Append(T(
        "查询和变更：<code>POST /graphql</code>（查询也可用 GET）；订阅：<code>/graphql/stream</code>（SSE）。登录：<code>POST /account/login</code>，得到的 accessToken 放进 <code>Authorization: Bearer …</code>。每个变更带 <code>idempotencyKey</code>：同一个键再发一次，得到同一个回答，不会做两次。",
        "Queries and mutations: <code>POST /graphql</code> (queries by GET too); subscriptions: <code>/graphql/stream</code> (server-sent events). Signing in: <code>POST /account/login</code>; show its accessToken as <code>Authorization: Bearer …</code>. Each mutation takes an <code>idempotencyKey</code>: sent again with the same key it gives the same answer and does nothing twice."))
        .Append("</p></section>");

    private void Type(IGraphType type)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section class=\"type\" id=\"{type.Name}\"><h3>{type.Name} <small>{Kind(type)}</small></h3>");
        Says(type.Description);
        switch (type)
        {
            case IComplexGraphType complex:
                if (complex is IImplementInterfaces { ResolvedInterfaces.Count: > 0 } thing)
                {
                    page.Append("<p>").Append(T("实现 ", "implements ")).AppendJoin(", ", thing.ResolvedInterfaces.Select(i => Link(i))).Append("</p>");
                }

                page.Append("<dl>");
                foreach (var field in complex.Fields.OrderBy(f => complex is IObjectGraphType && type == schema.Query || type == schema.Mutation ? f.Name : "", StringComparer.Ordinal))
                {
                    Field(complex, field);
                }

                page.Append("</dl>");
                break;
            case EnumerationGraphType choice:
                page.Append("<dl>");
                foreach (var value in choice.Values)
                {
                    page.Append(CultureInfo.InvariantCulture, $"<div><dt><code>{value.Name}</code></dt><dd>");
                    Says(value.Description);
                    page.Append("</dd></div>");
                }

                page.Append("</dl>");
                break;
        }

        page.Append("</section>");
    }

    private void Field(IComplexGraphType type, FieldType field)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div id=\"{type.Name}.{field.Name}\"><dt><code>{field.Name}</code>: {Shown(field.ResolvedType!)}");
        if (field.DefaultValue is { } otherwise && type is IInputObjectGraphType)
        {
            page.Append(CultureInfo.InvariantCulture, $" = <code>{E(otherwise.ToString())}</code>");
        }

        page.Append("</dt><dd>");
        Says(field.Description);
        foreach (var argument in field.Arguments ?? [])
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"argument\"><code>{argument.Name}</code>: {Shown(argument.ResolvedType!)}{(argument.DefaultValue is { } given ? $" = <code>{E(given.ToString())}</code>" : "")} {E(argument.Description)}</p>");
        }

        if (printed.Rules.TryGetValue((type.Name, field.Name), out var access))
        {
            var cost = FieldCost.Of(field);
            page.Append("<p class=\"rule\">").Append(Who(access));
            if (cost.Weight != 0 || cost.Multipliers.Count > 0)
            {
                page.Append(" · ").Append(T("代价 ", "cost ")).Append(cost.Weight.ToString(CultureInfo.InvariantCulture)).Append(string.Concat(cost.Multipliers.Select(m => " × " + E(m))));
            }

            page.Append("</p>");
        }

        page.Append("</dd></div>");
    }

    private string Who(Access access) => access switch
    {
        Access.Having having => $"<span class=\"who\">◆ {T("需要", "needs")} <code>{E(having.Capability)}</code>{(having.Or is { } other ? $" {T("或", "or")} <code>{E(other)}</code>" : "")}</span>",
        Access.SignedIn => $"<span class=\"who\">◆ {T("登录的人", "whoever signed in")}</span>",
        _ => $"<span class=\"anybody\">○ {T("所有人", "anybody")}</span>",
    };

    private string Kind(IGraphType type) => type switch
    {
        IInputObjectGraphType => T("输入", "input"),
        IInterfaceGraphType => T("接口", "interface"),
        IObjectGraphType => T("对象", "object"),
        EnumerationGraphType => T("枚举", "enum"),
        _ => T("标量", "scalar"),
    };

    private static string Shown(IGraphType type) => type switch
    {
        NonNullGraphType some => Shown(some.ResolvedType!) + "!",
        ListGraphType list => $"[{Shown(list.ResolvedType!)}]",
        _ => Link(type),
    };

    private static string Link(IGraphType type) => $"<a href=\"#{type.Name}\">{type.Name}</a>";

    private void Says(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            page.Append("<p>").Append(E(text)).Append("</p>");
        }
    }

    private void Limits()
    {
        page.Append("<section id=\"limits\"><h2>").Append(T("限制", "Limits")).Append("</h2><table><tbody>");
        foreach (var (zh, en, value) in new (string, string, object)[]
        {
            ("请求体（字节）", "body (bytes)", GraphLimits.BodyBytes), ("词（token）", "tokens", GraphLimits.Tokens), ("片段", "fragments", GraphLimits.Fragments),
            ("字段，片段展开后", "fields, fragments written out", GraphLimits.Fields), ("嵌套层数", "nesting", GraphLimits.Depth), ("别名", "aliases", GraphLimits.Aliases),
            ("同一处重复", "one place asked for again", GraphLimits.Repeats), ("每页 first", "first", GraphLimits.Page), ("总代价", "cost", GraphLimits.Cost),
            ("不分页的列表按几项计", "a list without a page counts as", GraphLimits.UnpagedList), ("第三层及更深的不分页列表", "the third such list inside another, and deeper", GraphLimits.DeepUnpagedList),
            ("时间（秒）", "time (seconds)", GraphLimits.Time.TotalSeconds),
        })
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{T(zh, en)}</th><td>{value:#,##0}</td></tr>");
        }

        page.Append("</tbody></table></section>");
    }

    private void Refusals()
    {
        page.Append("<section id=\"codes\"><h2>").Append(T("错误代码", "Error codes")).Append("</h2><p>").Append(T(
            "没有执行的请求：<code>errors[0].extensions.code</code>。变更被拒绝是数据：回答里的 <code>errors</code>，代码见 <a href=\"#ErrorCode\">ErrorCode</a>，什么都没有改变。",
            "A request that isn't executed: <code>errors[0].extensions.code</code>. A refused mutation is data: <code>errors</code> of its payload with an <a href=\"#ErrorCode\">ErrorCode</a>; nothing was changed."))
            .Append("</p><table><thead><tr><th scope=\"col\">code</th><th scope=\"col\">HTTP</th><th scope=\"col\">").Append(T("说明", "Says")).Append("</th></tr></thead><tbody>");
        var known = typeof(GraphRefusals).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => p.GetValue(null)).OfType<GraphRefusal>().Append(GraphRefusals.Syntax(1, 7));
        foreach (var refusal in known.OrderBy(r => r.Code, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><code>{refusal.Code}</code></th><td>{refusal.Status}</td><td>{E(T(refusal.Chinese, refusal.English))}</td></tr>");
        }

        foreach (var (code, zh, en) in new[]
        {
            ("UNAUTHENTICATED", "这个字段要登录后才能查；其余照常回答。", "This field takes signing in; the rest is answered."),
            ("FORBIDDEN", "您的岗位不能查这个字段；其余照常回答。", "Your role doesn't cover this field; the rest is answered."),
            ("INVALID", "参数的值不能用。", "An argument's value can't be used."),
            ("NOT_FOUND", "没有这个编号，或者您无权查看。", "There is no such id, or it isn't yours to see."),
            ("INTERNAL", "系统出错，extensions.id 是日志里的编号。", "Something broke here; extensions.id is its number in the log."),
        })
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><code>{code}</code></th><td>200</td><td>{T(zh, en)}</td></tr>");
        }

        page.Append("</tbody></table></section>");
    }
}
