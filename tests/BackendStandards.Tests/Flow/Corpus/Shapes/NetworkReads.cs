// What a partner's service or a socket sends.
using System.Net;
using System.Net.Sockets;

internal sealed class Partner(HttpClient client)
{
    public async Task Fetched()
    {
        var name = await client.GetStringAsync("https://partner.example/name");
        SINK(name); // vulnerable
        var answer = await client.GetAsync("https://partner.example/name");
        SINK(await answer.Content.ReadAsStringAsync()); // vulnerable
        SINK(((int)answer.StatusCode).ToString()); // safe
        SINK(answer.IsSuccessStatusCode ? "up" : "down"); // safe
    }

    public async Task Listened()
    {
        var listener = new TcpListener(IPAddress.Any, 4000);
        listener.Start();
        using var peer = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(peer.GetStream());
        SINK((await reader.ReadLineAsync())!); // vulnerable
        SINK(peer.Available.ToString()); // safe
    }

    public void Connected()
    {
        using var peer = new TcpClient("partner.example", 4000);
        using var stream = peer.GetStream();
        var buffer = new byte[100];
        var length = stream.Read(buffer, 0, buffer.Length);
        SINK(System.Text.Encoding.UTF8.GetString(buffer, 0, length)); // vulnerable
        SINK(length.ToString()); // safe
    }
}
