using BackendStandards;
using BackendStandards.EnvelopeBenchmarks;
using Microsoft.AspNetCore.Builder;

// What the response envelope costs, beside the same answers without it and beside middleware that rewrites bodies. In process: an endpoint's own delegate, a
// body that goes nowhere. Each round asks all of them in turn; the best of its rounds counts.
const int Rounds = 25;
const double MaxTimeOfOne = 1.5;
const double MaxBytesOfOne = 1.35;
const double MaxOfMany = 1.05;

var plain = Host.Create(null, static routes => routes.MapPlain());
var typed = Host.Create(null, static routes => routes.MapTyped());
var group = Host.Create(null, static routes => routes.MapGroup("").WithApiEnvelope().MapPlain());
var bare = Host.Create(static mvc => { });
var filtered = Host.Create(static mvc => mvc.AddApiEnvelope());
var rewritten = Host.Create(null, static routes => routes.MapPlain()).Behind(BodyRewriting.InvokeAsync);

Console.WriteLine($"One answer in process, best of {Rounds} rounds. .NET {Environment.Version}.");
var isWithin = true;
foreach (var items in (int[])[1, 100, 1000])
{
    var path = items == 1 ? "/one" : $"/many/{items}";
    var calls = items == 1 ? 8000 : 60_000 / items;
    var results = await Measure.RunAsync(Rounds, calls, path, plain, typed, group, bare, filtered, rewritten);

    Console.WriteLine();
    Console.WriteLine(items == 1 ? "One object" : $"{items} objects");
    Console.WriteLine($"  {"",-44} {"time",10} {"ratio",7} {"bytes",10} {"ratio",7}");
    Print("TypedResults.Ok", results[0], results[0]);
    Print("ApiResults.Ok", results[1], results[0]);
    Print("TypedResults.Ok in a group with the envelope", results[2], results[0]);
    Print("a body rewritten by middleware", results[5], results[0]);
    Print("an action", results[3], results[3]);
    Print("an action with the envelope", results[4], results[3]);

    var (time, bytes) = items == 1 ? (MaxTimeOfOne, MaxBytesOfOne) : (MaxOfMany, MaxOfMany);
    isWithin &= Judge("ApiResults.Ok", results[1], results[0], time, bytes);
    isWithin &= Judge("an action", results[4], results[3], time, bytes);
}

return isWithin ? 0 : 1;

static void Print(string name, Measured measured, Measured beside) => Console.WriteLine(FormattableString.Invariant(
    $"  {name,-44} {measured.Microseconds,7:0.00} µs {measured.Microseconds / beside.Microseconds,7:0.00} {measured.Bytes,10:0} {measured.Bytes / beside.Bytes,7:0.00}"));

static bool Judge(string name, Measured measured, Measured beside, double time, double bytes)
{
    var within = measured.Microseconds <= time * beside.Microseconds && measured.Bytes <= bytes * beside.Bytes;
    Console.WriteLine(FormattableString.Invariant($"  {name}: {(within ? "within" : "ABOVE")} the limits of {time:0.00} in time and {bytes:0.00} in bytes"));
    return within;
}
