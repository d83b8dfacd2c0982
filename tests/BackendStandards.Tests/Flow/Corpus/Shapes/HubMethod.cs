// The public methods of a hub are called by clients.
using Microsoft.AspNetCore.SignalR;

public class ChatHub : Hub
{
    public void Send(string room, int priority)
    {
        SINK(room); // vulnerable
        SINK(priority.ToString()); // safe
    }

    public override Task OnConnectedAsync()
    {
        SINK(Name("lobby")); // safe
        return base.OnConnectedAsync();
    }

    private static string Name(string room) => "room-" + room;
}
