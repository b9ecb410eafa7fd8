/** Events that browsers, Node and the usual libraries send by themselves: listening to them needs no sender. */
export const NATIVE = new Set(('abort activate addtrack afterprint afterscriptexecute animationcancel animationend animationiteration ' +
    'animationstart appinstalled audioend audioprocess audiostart auxclick backgroundfetchsuccess ' +
    'beforeinput beforeinstallprompt beforematch beforeprint beforetoggle beforeunload begin blocked blur boundary ' +
    'bufferedamountlow cancel canplay canplaythrough change characteristicvaluechanged chargingchange click close ' +
    'command compositionend compositionstart compositionupdate complete connect connecting connectionstatechange ' +
    'contentvisibilityautostatechange contextlost contextmenu contextrestored controllerchange copy cuechange ' +
    'currententrychange cut data datachannel dblclick devicechange devicemotion deviceorientation deviceready ' +
    'deviceorientationabsolute disconnect display DOMActivate DOMAttrModified DOMContentLoaded DOMFocusIn ' +
    'DOMFocusOut DOMMouseScroll DOMNodeInserted DOMNodeRemoved DOMSubtreeModified downloading drag dragend dragenter ' +
    'dragexit dragleave dragover dragstart drain drop durationchange emptied encrypted end ended enter enterpictureinpicture ' +
    'error exit fetch finish fly focus focusin focusout formdata freeze fullscreenchange fullscreenerror ' +
    'gamepadconnected gamepaddisconnected gesturechange gestureend gesturestart gotpointercapture hashchange ' +
    'hide icecandidate iceconnectionstatechange icegatheringstatechange input install invalid ' +
    'keydown keypress keyup keystatuseschange languagechange leavepictureinpicture levelchange load loadeddata ' +
    'loadedmetadata loadend loading loadingdone loadingerror loadstart lostpointercapture mark message messageerror ' +
    'midimessage mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup mousewheel mozfullscreenchange ' +
    'mozfullscreenerror MSFullscreenChange MSFullscreenError mute navigate navigateerror navigatesuccess ' +
    'negotiationneeded nomatch notificationclick notificationclose noupdate obsolete offline online open ' +
    'orientationchange pagehide pagereveal pageshow pageswap paste pause payerdetailchange paymentmethodchange ' +
    'periodicsync play playing pointercancel pointerdown pointerenter pointerleave pointerlockchange ' +
    'pointerlockerror pointermove pointerout pointerover pointerrawupdate pointerup popstate prerenderingchange ' +
    'processorerror progress push pushsubscriptionchange ratechange reading readystatechange redraw ' +
    'rejectionhandled removetrack reset resize resourcetimingbufferfull result resume ' +
    'scroll scrollend scrollsnapchange scrollsnapchanging search securitypolicyviolation seeked seeking select ' +
    'selectedcandidatepairchange selectend selectionchange selectstart shippingaddresschange show ' +
    'signalingstatechange slotchange soundend soundstart sourceclose sourceended sourceopen speechend speechstart ' +
    'squeeze squeezeend squeezestart stalled start statechange stop storage submit success suspend sync terminate ' +
    'textInput timeout timeupdate toggle tonechange touchcancel touchend touchmove touchstart track transitioncancel ' +
    'transitionend transitionrun transitionstart unhandledrejection uncapturederror unload unmute update updateend ' +
    'updatefound updateready updatestart upgradeneeded versionchange visibilitychange voiceschanged volumechange ' +
    'vrdisplaypresentchange waiting waitingforkey webglcontextcreationerror webglcontextlost webglcontextrestored ' +
    'webkitAnimationEnd webkitTransitionEnd webkitfullscreenchange webkitfullscreenerror wheel zoom ' +
    // Node, and sockets.
    'beforeExit checkContinue clientError connection connect_error connect_timeout connected disconnecting ' +
    'disconnected exit finish headers information line listening lookup newListener pipe ping pong ready readable ' +
    'reconnect reconnect_attempt reconnect_error reconnect_failed reconnecting removeListener request response ' +
    'SIGINT SIGTERM SIGHUP SIGBREAK SIGUSR1 SIGUSR2 SIGWINCH secure secureConnect session socket spawn tlsClientError ' +
    'uncaughtException unpipe upgrade warning workerMessage worker online fork setup joined left ' +
    // Electron.
    'activate before-quit will-quit quit window-all-closed ready-to-show closed maximize unmaximize minimize restore ' +
    'did-finish-load did-fail-load dom-ready new-window will-navigate second-instance open-url open-file').split(' '));
