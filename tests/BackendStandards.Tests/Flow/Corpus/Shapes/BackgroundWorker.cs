// A hosted service takes jobs from a channel.
using System.Threading.Channels;

internal sealed record MailJob(string Address, string Template);

internal sealed class MailQueue
{
    private readonly Channel<MailJob> _jobs = Channel.CreateUnbounded<MailJob>();

    public void Add(MailJob job) => _jobs.Writer.TryWrite(job);

    public ValueTask<MailJob> NextAsync(CancellationToken stopping) => _jobs.Reader.ReadAsync(stopping);
}

internal sealed class MailWorker(MailQueue queue) : BackgroundService
{
    public void Enqueue() => queue.Add(new MailJob(INPUT, "welcome"));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var job = await queue.NextAsync(stoppingToken);
            SINK(job.Address); // vulnerable
            SINK(job.Template); // safe
        }
    }
}
