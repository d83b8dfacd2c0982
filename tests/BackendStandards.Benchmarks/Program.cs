using BackendStandards.Benchmarks;

// What our analyzers cost, beside one that does nothing and beside others, on one machine in one run.
var shop = Corpus.Copies(files: 1000);
var ours = AnalyzerSet.Ours();
var empty = AnalyzerSet.Empty(ours, Corpus.Sample("Storefront"));
AnalyzerSet[] all = [empty, ours, .. args.Contains("--without-peers") ? [] : Settings.Peers.Select(AnalyzerSet.Peer)];

Console.WriteLine($"Processor time, median of {Settings.Passes} passes; each pass is paired with one of the compilation alone, run just before it.");
Console.WriteLine($"Roslyn {Settings.RoslynVersion}, .NET {Environment.Version}, {Environment.ProcessorCount} cores.");
Console.WriteLine();

var results = BuildBench.Run(shop, all);
Table.Print(shop.ToString(), results);
var ratio = BuildBench.Ratio(results[1], results[0]);
Console.WriteLine();
Console.WriteLine($"ours / empty: {ratio:0.000}, {(ratio <= Settings.MaxRatio ? "within" : "ABOVE")} the limit of {Settings.MaxRatio:0.00}");

foreach (var sample in (string[])["Storefront", "Storefront.Violations"])
{
    var corpus = Corpus.Sample(sample);
    Console.WriteLine();
    Table.Print($"{corpus}, where fixed costs rule", BuildBench.Run(corpus, [empty, ours]));
}

Console.WriteLine();
var edits = await EditBench.RunAsync(shop, [empty, ours]);
Console.WriteLine($"One document edited and analysed again, in {shop}: median of {Settings.Edits} edits");
foreach (var (name, milliseconds) in edits) Console.WriteLine($"  {name,-44} {milliseconds,8:0.0} ms");
Console.WriteLine($"  ours beyond the empty analyzer: {edits[1].Milliseconds - edits[0].Milliseconds:0.0} ms");
return ratio <= Settings.MaxRatio ? 0 : 1;
