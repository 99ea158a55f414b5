// The floor for reads: Kestrel takes the same request and gives the same bytes, and does nothing between.
// dotnet Commerce.Bare.dll URL FOLDER DATA: FOLDER/list.json is the answer at POST /list; POST /by-hand reads the catalogue in DATA by hand-written SQL.
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls(args[0]).ConfigureKestrel(k => k.AddServerHeader = false);
var answers = Directory.GetFiles(args[1], "*.json").ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllBytes);
var app = builder.Build();
app.MapGet("/health/ready", () => "ready");
app.MapPost("/by-hand", new Commerce.Bare.ByHand(args[2]).Serve);
app.MapPost("/{name}", async (HttpContext context, string name) =>
{
    var body = context.Request.BodyReader;
    for (var done = false; !done;)
    {
        var read = await body.ReadAsync();
        done = read.IsCompleted;
        body.AdvanceTo(read.Buffer.End);
    }

    var answer = answers[name];
    context.Response.ContentType = "application/json; charset=utf-8";
    context.Response.ContentLength = answer.Length;
    await context.Response.Body.WriteAsync(answer);
});
await app.RunAsync();
