using System.Collections.Immutable;
using System.Text;
using BillingActors.Formats;
using BillingActors.Grains.Interfaces.Imports;

namespace Formats.Tests;

/// <summary>Reads files and texts with a format of ours.</summary>
internal static class Files
{
    public static async Task<ImmutableArray<ImportItem>> Read(string format, Stream file)
    {
        var items = ImmutableArray.CreateBuilder<ImportItem>();
        var reader = FileFormats.Named(format) ?? throw new ArgumentException("is no format", nameof(format));
        await foreach (var item in reader.Read(file, TestContext.Current.CancellationToken))
            items.Add(item);
        return items.ToImmutable();
    }

    public static Task<ImmutableArray<ImportItem>> Read(string format, string text) =>
        Read(format, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public static async Task<ImmutableArray<ImportItem>> ReadFile(string format, string path)
    {
        await using var file = File.OpenRead(path);
        return await Read(format, file);
    }

    /// <summary>The refusal as "line field rule", or "" where the text is accepted.</summary>
    public static async Task<string> Refusal(string format, string text)
    {
        try
        {
            await Read(format, text);
            return "";
        }
        catch (FileRefusedException e)
        {
            return Short(e);
        }
    }

    public static string Short(FileRefusedException refused) =>
        $"{refused.Problems[0].Line} {refused.Problems[0].Field} {refused.Problems[0].Rule}";

    public static string Short(ImportItem item) =>
        item.Rejected is { } problem ? $"{problem.Line} {problem.Field} {problem.Rule}" : "";
}
