using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace BillingActors.Gateway.Invoices;

/// <summary>What all pages to print share: one style, what they may load, and how values get in.</summary>
internal static class PrintedPage
{
    /// <summary>The style of all pages.</summary>
    public const string Style = """
        :root{color:#1a1a1a;font:14px/1.45 system-ui,sans-serif}
        body{max-width:60rem;margin:2rem auto;padding:0 1rem}
        header,.totals{display:flex;justify-content:space-between;gap:2rem;flex-wrap:wrap}
        h1{font-size:1.5rem;margin:0 0 .5rem}
        address{font-style:normal;white-space:pre-line}
        dl{display:grid;grid-template-columns:auto auto;gap:.1rem 1rem;margin:0}
        dt{color:#555}dd{margin:0;text-align:right}
        table{width:100%;border-collapse:collapse;margin:1.5rem 0}
        caption{text-align:left;font-weight:600;padding-bottom:.4rem}
        th,td{padding:.35rem .5rem;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}
        .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .source{display:block;color:#555;font-size:.85em}
        tfoot th,tfoot td{border-bottom:0;font-weight:600}
        footer{color:#555;font-size:.8em;overflow-wrap:anywhere}
        @media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}
        """;

    /// <summary>What the page may load: its own style and nothing else.</summary>
    public static string ContentPolicy { get; } =
        "default-src 'none'; style-src 'sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))
        + "'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>The same for a page that a page of our own may show beside itself.</summary>
    public static string PolicyBeside { get; } =
        ContentPolicy.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);

    /// <summary>Adds markup of our own with every value in it encoded.</summary>
    public static void Add(StringBuilder page, FormattableString markup)
    {
        var encoded = markup.GetArguments()
            .Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
            .Select(object (text) => HtmlEncoder.Default.Encode(text))
            .ToArray();
        page.AppendFormat(CultureInfo.InvariantCulture, markup.Format, encoded);
    }
}
