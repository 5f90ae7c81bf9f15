using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Console;

/// <summary>
/// Scripts, styles, fonts and pictures of the console, out of the assembly: any program that hosts the gateway serves
/// them, from any folder. Their address carries a hash of all of them, so that they may be kept for ever.
/// </summary>
internal static class ConsoleAssets
{
    private const string Prefix = "console/";
    private static readonly Assembly Home = typeof(ConsoleAssets).Assembly;
    private static readonly FrozenSet<string> Names = Home.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..])
        .ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[] Packings = ["br", "gzip"];
    private static readonly ConcurrentDictionary<(string Name, string Packing), byte[]> Compressed = new();

    /// <summary>Changes with every byte of every asset.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(
        [.. Names.Order(StringComparer.Ordinal).SelectMany(name => SHA256.HashData(Read(name)))]))[..16];

    /// <summary>The address of an asset.</summary>
    public static string Url(string name) => Names.Contains(name)
        ? $"{ConsolePath.Root}/assets/{Version}/{name}"
        : throw new ArgumentException($"There is no asset {name}.", nameof(name));

    public static void MapConsoleAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ConsolePath.Root + "/assets/{version}/{**name}", Get).AllowAnonymous().ExcludeFromDescription();
        // Browsers ask for it also on pages that name no icon, such as printed invoices.
        routes.MapGet("/favicon.ico", (HttpContext http) => Get(Version, "favicon.svg", http)).AllowAnonymous()
            .ExcludeFromDescription();
    }

    private static Results<FileContentHttpResult, NotFound> Get(string version, string name, HttpContext http)
    {
        if (version != Version || !Names.Contains(name))
            return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        var type = TypeOf(name);
        http.Response.Headers.Vary = "Accept-Encoding";
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        // Browsers take br over https alone, and gzip always.
        var packing = type.StartsWith("font/", StringComparison.Ordinal)
            ? null
            : Array.Find(Packings, packing => accepted.Contains(packing, StringComparison.Ordinal));
        if (packing is null)
            return TypedResults.File(Read(name), type);
        http.Response.Headers.ContentEncoding = packing;
        return TypedResults.File(Compressed.GetOrAdd((name, packing), Compress), type);
    }

    private static byte[] Read(string name)
    {
        using var resource = Home.GetManifestResourceStream(Prefix + name)!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Compress((string Name, string Packing) what)
    {
        using var packed = new MemoryStream();
        using (Stream packer = what.Packing == "br"
            ? new BrotliStream(packed, CompressionLevel.Optimal)
            : new GZipStream(packed, CompressionLevel.Optimal))
            packer.Write(Read(what.Name));
        return packed.ToArray();
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
}
