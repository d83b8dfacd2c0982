using BackendStandards.Benchmarks;

// What our analyzers cost, beside one that does nothing and beside others, on one machine in one run. '--without-peers' leaves the others out,
// '--dense' everything but the generated sources, '--edits' all but the edited documents, '--sources FOLDER' takes the C# files of a folder in place of all of them,
// with '--edits' for edits there.
var ours = AnalyzerSet.Ours();
var empty = AnalyzerSet.Empty(ours, Corpus.Sample("Storefront"));
var onlyDense = args.Contains("--dense");

Console.WriteLine($"Processor time, median of {Settings.Passes} passes; each pass is paired with one of the compilation alone, run just before it.");
Console.WriteLine($"Roslyn {Settings.RoslynVersion}, .NET {Environment.Version}, {Environment.ProcessorCount} cores.");
var onlyEdits = args.Contains("--edits");
if (args.SkipWhile(argument => argument != "--sources").Skip(1).FirstOrDefault() is { } folder)
{
    var corpus = Corpus.Folder(folder);
    return (onlyEdits ? await EditAsync(corpus, Settings.MaxEdit[0].Milliseconds) : Sources(corpus)) ? 0 : 1;
}
var isWithin = onlyDense || onlyEdits || Shop();
isWithin &= onlyEdits || Dense();
foreach (var (files, limit) in Settings.MaxEdit)
{
    if (!onlyDense) isWithin &= await EditAsync(Corpus.Copies(files), limit);
    isWithin &= await EditAsync(Corpus.Dense(files), limit);
}
return isWithin ? 0 : 1;

bool Sources(Corpus corpus)
{
    AnalyzerSet[] all = [empty, ours, .. args.Contains("--without-peers") ? [] : Settings.Peers.Select(AnalyzerSet.Peer)];
    Console.WriteLine();
    var results = BuildBench.Run(corpus, all);
    Table.Print(corpus.ToString(), results);
    return Judge("ours / empty", BuildBench.Ratio(results[1], results[0]), "0.000", Settings.MaxRatio);
}

bool Shop()
{
    var within = Sources(Corpus.Copies(files: 1000));
    foreach (var sample in (string[])["Storefront", "Storefront.Violations"])
    {
        var corpus = Corpus.Sample(sample);
        Console.WriteLine();
        Table.Print($"{corpus}, where fixed costs rule", BuildBench.Run(corpus, [empty, ours]));
    }
    return within;
}

bool Dense()
{
    var dense = Corpus.Dense(files: 1000);
    Console.WriteLine();
    var results = BuildBench.Run(dense, [empty, ours]);
    Table.Print($"{dense}, each with five sinks that two other files feed", results);
    return Judge("ours / the compilation alone", results[1].OverAlone, "0.00", Settings.MaxDenseOverAlone);
}

async Task<bool> EditAsync(Corpus corpus, double limit)
{
    Console.WriteLine();
    var edits = await EditBench.RunAsync(corpus, [empty, ours]);
    Console.WriteLine($"One document edited and analysed again, in {corpus}: median of {Settings.Edits} edits");
    foreach (var (name, milliseconds, _) in edits) Console.WriteLine($"  {name,-44} {milliseconds,8:0.0} ms");
    Console.WriteLine($"  {"ours beyond empty, edit by edit",-44} {edits[1].BeyondFirst,8:0.0} ms");
    return Judge("ours beyond the empty analyzer, in ms", edits[1].Milliseconds - edits[0].Milliseconds, "0.0", limit);
}

static bool Judge(string figure, double measured, string format, double limit)
{
    Console.WriteLine($"  {figure}: {measured.ToString(format)}, {(measured <= limit ? "within" : "ABOVE")} the limit of {limit.ToString(format)}");
    return measured <= limit;
}
