using System.Diagnostics;
using System.Xml;
using Microsoft.AspNetCore.Mvc;

namespace Storefront.Violations.Controllers;

// What a request sends reaches files, programs, queries, pages and other servers.
[ApiController]
[Route("api/v1/files")]
public sealed class FilesController(HttpClient client) : ControllerBase // expect BST8002
{
    private const string Folder = "/srv/storefront";

    [HttpGet("{name}")]
    public IActionResult Read(string name) =>
        PhysicalFile(Path.Combine(Folder, name), "application/octet-stream"); // expect BST3025

    [HttpPost]
    [DisableRequestSizeLimit] // expect BST3040
    public async Task<IActionResult> SaveAsync(IFormFile file)
    {
        await using var target = System.IO.File.Create(Path.Combine(Folder, file.FileName)); // expect BST3025
        await file.CopyToAsync(target); // expect BST3005
        return Accepted();
    }

    [HttpDelete("{id:guid}")]
    public IActionResult Remove(Guid id)
    {
        System.IO.File.Delete(Path.Combine(Folder, $"{id}.bin"));
        return NoContent();
    }

    [HttpPost("{name}/thumbnail")]
    public IActionResult Shrink(string name)
    {
        using var process = Process.Start(new ProcessStartInfo("convert") { Arguments = $"-thumbnail 64x64 {name}" }); // expect BST3024
        process?.WaitForExit();
        return Accepted();
    }

    [HttpPost("{name}/archive")]
    public IActionResult Pack(string name)
    {
        var start = new ProcessStartInfo("tar");
        start.Arguments = "-czf archive.tgz " + name; // expect BST3024
        using var process = Process.Start(start);
        return Accepted();
    }

    [HttpGet("prices")]
    public IActionResult Price(string product)
    {
        var prices = new XmlDocument();
        prices.Load(Folder + "/prices.xml");
        return Ok(prices.SelectSingleNode($"//product[@name='{product}']/price")?.InnerText); // expect BST3022
    }

    [HttpGet("preview")]
    public async Task<IActionResult> PreviewAsync(string address) =>
        Ok(await client.GetStringAsync(address)); // expect BST3026

    [HttpGet("partner")]
    public async Task<IActionResult> PartnerAsync(string item) =>
        Ok(await client.GetStringAsync($"https://partner.example.com/items/{Uri.EscapeDataString(item)}"));

    [HttpGet("open")]
    public IActionResult Open(string returnUrl) => Redirect(returnUrl); // expect BST3013

    [HttpGet("open-local")]
    public IActionResult OpenLocal(string returnUrl) => LocalRedirect(returnUrl);
}
