using System.Globalization;
using Commerce.Faults;

// dotnet run -c Release --project tests/Faults -- kill --n 20 --seed 42 --on Servers | mutants [M1] | scorecard [--share 0.1] [--only kill,points] [--on Servers]
var command = args.FirstOrDefault() ?? "";
var seed = int.Parse(Word("--seed") ?? "42", CultureInfo.InvariantCulture);
SetUp? on = Word("--on") is { } named ? Enum.Parse<SetUp>(named, true) : null;
if (Run.All.FirstOrDefault(r => r.Name == command) is { } run)
{
    var n = int.Parse(Word("--n") ?? $"{run.Smoke}", CultureInfo.InvariantCulture);
    var verdict = await run.Start(on ?? run.On[0], n, seed);
    Console.WriteLine(verdict);
    verdict.Problems.Take(20).ToList().ForEach(p => Console.WriteLine($"  {p}"));
    return verdict.Green ? 0 : 1;
}

switch (command)
{
    case "mutants":
        var missed = 0;
        foreach (var mutant in Mutant.All.Where(m => args.Length < 2 || args[1] == m.Name))
        {
            Console.WriteLine($"{mutant.Name}: {mutant.What}");
            var verdict = await mutant.Run();
            Console.WriteLine($"  {(mutant.Caught(verdict) ? "caught" : "NOT caught")}: {verdict}");
            verdict.Problems.Skip(1).Take(6).ToList().ForEach(p => Console.WriteLine($"    {p}"));
            missed += mutant.Caught(verdict) ? 0 : 1;
        }

        Console.WriteLine(missed == 0 ? "every broken build was caught" : $"{missed} broken builds were NOT caught");
        return missed == 0 ? 0 : 1;
    case "scorecard":
        return await Scorecard.Write(double.Parse(Word("--share") ?? "1", CultureInfo.InvariantCulture), seed, Word("--only")?.Split(',') ?? [], on) == 0 ? 0 : 1;
    case "build":
        Console.WriteLine(await SpecialBuild.Dll());
        return 0;
    default:
        Console.Error.WriteLine($"{string.Join(" | ", Run.All.Select(r => r.Name))} [--n N] [--seed 42] [--on Embedded|Servers], mutants [M1], scorecard [--share 1] [--only SUITE,SUITE] [--on SETUP], build");
        return 2;
}

string? Word(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
